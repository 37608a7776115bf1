/**
 * What the desktop adds to the web workbench, as the renderer sees it. Types only: nothing here runs.
 *
 * Three functions are all that a page is given: it hears news, tells what has no answer, and asks what has one. Each of
 * them is one channel to the main process, so what can come through is written in two tables, `ShellMessage` and
 * `ShellRequests`, and each line of them has its schema there (reliability T4).
 *
 * The client core is not part of it. It comes as a message port, because ports cannot cross the bridge: the window
 * receives a message with `CorePortMessage` as data and the port beside it, once after `core.connect`, and again
 * whenever the core had to be started anew.
 */
import type { CacheLockNews, CacheLockRequests } from './contract/cacheLock.ts'
import type { CoreMessage, CoreNews } from './contract/core.ts'
import type { DeviceMessage, DeviceNews } from './contract/device.ts'
import type { DiagnosticMessage, DiagnosticRequests } from './contract/diagnostics.ts'
import type { KeyRequests, SystemKeyNews } from './contract/keys.ts'
import type { NetworkRequests, ProxyMessage, ProxyNews } from './contract/network.ts'
import type { SavedFilesMessage, SavedFilesNews } from './contract/savedFiles.ts'
import type { ScreenshotRequests } from './contract/screenshot.ts'
import type { SignMessage, SignNews } from './contract/signs.ts'
import type { UpdateMessage, UpdateNews } from './contract/updates.ts'
import type { WindowMessage, WindowNews, WindowRequests } from './contract/window.ts'

export interface DesktopApi {
  readonly platform: DesktopPlatform
  /** Hears what happens around the window, from how it stands now on. */
  watch(listener: (news: ShellNews) => void): void
  tell(message: ShellMessage): void
  ask<N extends keyof ShellRequests>(
    name: N,
    ...args: ShellRequests[N]['args']
  ): Promise<ShellRequests[N]['result']>
}

export type DesktopPlatform = 'darwin' | 'win32' | 'linux'

/** What the main process tells a window. */
export type ShellNews =
  | CacheLockNews
  | CoreNews
  | DeviceNews
  | ProxyNews
  | SavedFilesNews
  | SignNews
  | SystemKeyNews
  | UpdateNews
  | WindowNews

/** What a window tells the main process. */
export type ShellMessage =
  | CoreMessage
  | DeviceMessage
  | DiagnosticMessage
  | ProxyMessage
  | SavedFilesMessage
  | SignMessage
  | UpdateMessage
  | WindowMessage

/** What a window asks the main process: name, arguments, answer. */
export interface ShellRequests
  extends
    CacheLockRequests,
    DiagnosticRequests,
    KeyRequests,
    NetworkRequests,
    ScreenshotRequests,
    WindowRequests {}

export type { CacheLockNews, CacheProtection } from './contract/cacheLock.ts'
export type { CorePortMessage, CoreState } from './contract/core.ts'
export type { DeviceChanges, DeviceNews, DeviceOptions } from './contract/device.ts'
export type { ShellDiagnostics, ShellLogLine } from './contract/diagnostics.ts'
export type { SystemKeyName, SystemKeyNews, SystemKeys } from './contract/keys.ts'
export type { NetworkSettings, ProxyAnswer, ProxyChoice, ProxyNews } from './contract/network.ts'
export type { SavedFilesNews } from './contract/savedFiles.ts'
export type { Screenshot, ScreenSource } from './contract/screenshot.ts'
export type { AlertNews, ShellAlert, ShellCounts, SignNews } from './contract/signs.ts'
export type { UpdateNews, UpdateState } from './contract/updates.ts'
export type { DeepLink, DesktopSignIn, ShellLanguage } from './contract/window.ts'
