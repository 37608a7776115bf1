/** What happens around the window, told to it as soon as it listens. */
import type { WebContents } from 'electron'

import type {
  AlertNews,
  CacheLockNews,
  CoreState,
  DeepLink,
  DeviceNews,
  SavedFilesNews,
  ShellNews,
  UpdateNews,
} from '../../preload/contract.ts'

export interface ShellTeller {
  core(state: CoreState): void
  /** Every page that comes hears the last. */
  cacheLock(news: CacheLockNews): void
  /** Kept until a page listens: a link may come before there is one. */
  link(link: DeepLink): void
  /** Kept until a page listens, as a link is. */
  showUnread(): void
  /** The same. */
  alert(news: AlertNews): void
  /** Every page that comes is asked, until it is answered: requests wait for it. */
  askProxy(proxy: string, isAgain: boolean): void
  proxyAnswered(): void
  /** Every page that comes hears the last. */
  update(news: UpdateNews): void
  /** What is set for this device, and each change of it. */
  device(news: DeviceNews): void
  /** Every page that comes hears the last. */
  savedFiles(news: SavedFilesNews): void
  /** Nothing, where no page listens: the key would do it much later. */
  systemKey(name: 'screenshot' | 'acceptAnywhere'): void
  /** False: no page listens. */
  askQuit(): boolean
  /** Kept for the page that comes next. */
  windowRestored(): void
  /** The page listens from now on. */
  listens(page: WebContents): void
}

export const createShellTeller = (): ShellTeller => {
  let page: WebContents | undefined
  let core: CoreState = 'running'
  let cacheLock: CacheLockNews | undefined
  let update: UpdateNews | undefined
  let question: ShellNews | undefined
  let device: DeviceNews | undefined
  let savedFiles: SavedFilesNews | undefined
  let kept: ShellNews[] = []

  const send = (news: ShellNews): boolean => {
    if (page === undefined || page.isDestroyed()) return false
    page.send('shell.news', news)
    return true
  }
  const sendOrKeep = (news: ShellNews): void => {
    // Of several links only the last is still wanted.
    if (!send(news)) kept = [...kept.filter(({ kind }) => kind !== news.kind), news]
  }
  return {
    core: (state) => {
      core = state
      send({ kind: 'core', state })
    },
    cacheLock: (news) => {
      cacheLock = news
      send(news)
    },
    link: (link) => sendOrKeep({ kind: 'link', link }),
    showUnread: () => sendOrKeep({ kind: 'show-unread' }),
    alert: sendOrKeep,
    askProxy: (proxy, isAgain) => {
      question = { kind: 'proxy-asks', proxy, isAgain }
      send(question)
    },
    proxyAnswered: () => {
      question = undefined
    },
    update: (news) => {
      update = news
      send(news)
    },
    device: (news) => {
      device = news
      send(news)
    },
    savedFiles: (news) => {
      savedFiles = news
      send(news)
    },
    systemKey: (name) => void send({ kind: 'system-key', name }),
    askQuit: () => send({ kind: 'quit-asked' }),
    windowRestored: () => {
      // The page that listened is gone.
      page = undefined
      sendOrKeep({ kind: 'window-restored' })
    },
    listens: (listener) => {
      page = listener
      if (core !== 'running') send({ kind: 'core', state: core })
      if (cacheLock) send(cacheLock)
      if (update) send(update)
      if (question) send(question)
      if (device) send(device)
      if (savedFiles) send(savedFiles)
      const waiting = kept
      kept = []
      for (const news of waiting) send(news)
    },
  }
}
