/** What the desktop program says about itself; in a browser it never says anything, and only an address leads somewhere. */
import { useSyncExternalStore } from 'react'

import { assertNever } from '../../../base/assertNever.ts'
import type {
  CacheLockNews,
  CoreState,
  DeepLink,
  DesktopApi,
  DeviceNews,
  ProxyAnswer,
  ProxyNews,
  ShellNews,
  SignNews,
  SystemKeyNews,
  UpdateNews,
} from '../../../preload/contract.ts'

export interface ShellState {
  readonly core: CoreState
  /** What protects the local copy; null until it is known. */
  readonly cacheLock: CacheLockNews | null
  /** What runs again after it had failed, until the person has read it. */
  readonly restored: 'core' | 'window' | null
  /** An address of the program, or of the web workbench, that somebody followed, until it is shown. */
  readonly link: DeepLink | null
  /** What was done outside of the window, until it is followed. */
  readonly wish: ShellWish | null
  /** The program is to be quit, and waits for the answer. */
  readonly isQuitAsked: boolean
  /** What runs, and what is known of a newer version. */
  readonly update: UpdateNews | null
  /** A proxy wants to know who this is; `asked` tells one question from the next. */
  readonly proxyAsks: (Pick<ProxyNews, 'proxy' | 'isAgain'> & { readonly asked: number }) | null
  /** What is set for this device. */
  readonly device: DeviceNews | null
  /** Files of messages that were saved on this computer. */
  readonly savedFiles: readonly string[]
  /** The key of the whole system that was pressed, until it is followed. */
  readonly pressed: PressedKey | null
}

export type PressedKey = SystemKeyNews['name']

/** What is unread longest is to be shown, or a note of the system was clicked, or answered in itself. */
export type ShellWish = SignNews

/** Before the desktop program has said anything. */
export const START: ShellState = {
  core: 'running',
  cacheLock: null,
  restored: null,
  link: null,
  wish: null,
  isQuitAsked: false,
  update: null,
  proxyAsks: null,
  device: null,
  savedFiles: [],
  pressed: null,
}

/** What is known after the news. */
export const afterNews = (state: ShellState, news: ShellNews): ShellState => {
  switch (news.kind) {
    case 'core':
      return {
        ...state,
        core: news.state,
        restored: news.state === 'running' && state.core !== 'running' ? 'core' : state.restored,
      }
    case 'cache-lock':
      return { ...state, cacheLock: news }
    case 'window-restored':
      return { ...state, restored: 'window' }
    case 'link':
      return { ...state, link: news.link }
    case 'quit-asked':
      return { ...state, isQuitAsked: true }
    case 'update':
      return { ...state, update: news }
    case 'proxy-asks': {
      const { proxy, isAgain } = news
      return { ...state, proxyAsks: { proxy, isAgain, asked: (state.proxyAsks?.asked ?? 0) + 1 } }
    }
    case 'device':
      return { ...state, device: news }
    case 'files-saved':
      return { ...state, savedFiles: news.fileIds }
    case 'system-key':
      return { ...state, pressed: news.name }
    case 'show-unread':
    case 'alert':
      return { ...state, wish: news }
    default:
      return assertNever(news)
  }
}

let current = START
const listeners = new Set<() => void>()

const change = (next: ShellState): void => {
  current = next
  for (const listener of [...listeners]) listener()
}

/** To be called once, at the start of the window. */
export const followShell = (desktop: DesktopApi): void =>
  desktop.watch((news) => {
    change(afterNews(current, news))
  })

export const dismissRestored = (): void => {
  change({ ...current, restored: null })
}

/** An address of the web workbench names a conversation, as one of the program does. */
export const followLink = (link: DeepLink): void => {
  change({ ...current, link })
}

/** The link to show, given out once. */
export const takeLink = (): DeepLink | null => {
  const { link } = current
  if (link) change({ ...current, link: null })
  return link
}

/** The same for a wish. */
export const takeWish = (): ShellWish | null => {
  const { wish } = current
  if (wish) change({ ...current, wish: null })
  return wish
}

/** The same for a key of the whole system. */
export const takePressed = (): PressedKey | null => {
  const { pressed } = current
  if (pressed) change({ ...current, pressed: null })
  return pressed
}

export const answerQuit = (yes: boolean): void => {
  change({ ...current, isQuitAsked: false })
  window.foyer?.tell({ kind: 'window.quit', yes })
}

export const answerProxy = (answer: ProxyAnswer | null): void => {
  change({ ...current, proxyAsks: null })
  window.foyer?.tell({ kind: 'proxy.answer', answer })
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useShell = (): ShellState => useSyncExternalStore(subscribe, () => current)
