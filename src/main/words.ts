/** The words that the system shows outside of the windows. */
import type { ShellCounts, ShellLanguage } from '../preload/contract.ts'

export interface ShellWords {
  readonly open: string
  readonly closeToTray: string
  readonly quit: string
  readonly stillRunning: string
  readonly stillRunningHint: string
  readonly reply: string
  readonly accept: string
  /** In the menu of the other mouse button. */
  readonly edit: Readonly<
    Record<
      'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'copyLink' | 'learn' | 'noSuggestion',
      string
    >
  >
  /** Beside the icon, when the mouse rests on it. */
  readonly trayTip: (counts: ShellCounts) => string
  /** For those who do not see the number over the icon. */
  readonly unread: (count: number) => string
}

/** Zeros are not worth a word. */
const tip = (parts: readonly (string | 0)[]): string =>
  ['Foyer', ...parts.filter((part) => part !== 0)].join(' · ')

const WORDS: Readonly<Record<ShellLanguage, ShellWords>> = {
  'zh-CN': {
    open: '打开 Foyer',
    closeToTray: '关闭窗口时隐藏到通知区域',
    quit: '退出',
    stillRunning: 'Foyer 仍在运行',
    stillRunningHint:
      '窗口已隐藏到通知区域，您仍会接待客户。在该图标的菜单中可以退出，或更改关闭窗口的方式。',
    reply: '回复',
    accept: '接待',
    edit: {
      undo: '撤销',
      redo: '重做',
      cut: '剪切',
      copy: '复制',
      paste: '粘贴',
      selectAll: '全选',
      copyLink: '复制链接地址',
      learn: '添加到词典',
      noSuggestion: '没有建议',
    },
    trayTip: ({ isConnected, unread, waiting }) =>
      tip(
        isConnected
          ? [unread && `${unread} 位客户有未读消息`, waiting && `${waiting} 位客户在等待`]
          : ['未连接'],
      ),
    unread: (count) => `${count} 位客户有未读消息`,
  },
  en: {
    open: 'Open Foyer',
    closeToTray: 'Closing the window hides it here',
    quit: 'Quit',
    stillRunning: 'Foyer is still running',
    stillRunningHint:
      'The window is hidden in the notification area, and customers still reach you. The menu of the icon quits, or changes what closing does.',
    reply: 'Answer',
    accept: 'Accept',
    edit: {
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select all',
      copyLink: 'Copy the address of the link',
      learn: 'Add to the dictionary',
      noSuggestion: 'No suggestions',
    },
    trayTip: ({ isConnected, unread, waiting }) =>
      tip(isConnected ? [unread && `${unread} unread`, waiting && `${waiting} waiting`] : ['not connected']),
    unread: (count) => (count === 1 ? '1 customer unread' : `${count} customers unread`),
  },
}

/** In the language of the window, else in that of the system. */
export const wordsOf =
  (chosen: () => ShellLanguage | null, locale: string): (() => ShellWords) =>
  () =>
    WORDS[chosen() ?? languageOfSystem(locale)]

/** Chinese first: everything that is not English. */
const languageOfSystem = (locale: string): ShellLanguage =>
  locale.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
