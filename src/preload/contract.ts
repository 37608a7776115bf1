/**
 * What the desktop adds to the web workbench, as the renderer sees it. Types only: nothing here runs.
 *
 * The client core is not part of it. It comes as a message port, because ports cannot cross the bridge: the window
 * receives a message with `CorePortMessage` as data and the port beside it, once after `connectCore`, and again
 * whenever the core had to be started anew.
 */
export interface DesktopApi {
  readonly platform: DesktopPlatform
  /** Asks for a port to the client core. */
  connectCore(): void
  /** The one-time sign-in the program was started with, if any; it is given out once. */
  takeSignIn(): Promise<DesktopSignIn | null>
  /** Shows an address in the user's browser. Answers false for one that may not be opened. */
  openLink(url: string): Promise<boolean>
  /** Hears what happens around the window, from how it stands now on. */
  watchShell(listener: (news: ShellNews) => void): void
  /** The language of the window, for the words that the system shows outside of it. */
  tellLanguage(language: ShellLanguage): void
  /** Addresses whose pages may stand in a frame; those of before may not any more. */
  allowFrames(addresses: readonly string[]): void
  /** Tries again what was given up after it had failed again and again, or starts the new version that is ready. */
  restart(part: ShellPart): void
  /** Shows the folder of the logs. */
  openLogs(): void
  /** What icon, badge and taskbar show. */
  tellCounts(counts: ShellCounts): void
  /** Shows a note of the system; what is done with it comes as news. */
  alert(alert: ShellAlert): void
  /** Looks for a new version; what is found comes as news. */
  checkUpdate(): void
  /** Whether the program may quit, after it was asked. */
  answerQuit(yes: boolean): void
  /** How the program reaches the network, and the server that an administrator set. */
  network(): Promise<NetworkSettings>
  /** Uses another proxy from now on. Answers false for one that cannot be used. */
  chooseProxy(choice: ProxyChoice): Promise<boolean>
  /** What the shell knows for whoever looks for a fault. */
  diagnostics(): Promise<ShellDiagnostics>
  /** Who this is, for the proxy that asked; null: nobody wants to say. */
  answerProxy(answer: { readonly name: string; readonly password: string } | null): void
  /** Sets what holds for this device whoever signs in; how it is then comes as news. */
  changeDevice(changes: DeviceChanges): void
  /** The keys that are heard in every program from now on. Answers with those that the system has given to another. */
  setSystemKeys(keys: SystemKeys): Promise<readonly SystemKeyName[]>
  /** A picture of the screen that the mouse is on, or of the source with this id. */
  takeScreenshot(source: string | null): Promise<Screenshot>
}

export interface ShellCounts {
  readonly isConnected: boolean
  /** Customers with something unread, and the number of unread messages. */
  readonly unread: number
  readonly messages: number
  readonly waiting: number
}

export interface ShellAlert {
  /** The conversation that a click opens; a later note of the same takes its place. */
  readonly conversationId: string | null
  readonly title: string
  readonly text: string
  /** The text may be shown while the screen is locked. */
  readonly textWhenLocked: boolean
  /** An answer may be written into the note, where the system has such notes. */
  readonly canReply: boolean
}

/** What is set for the device and not for the agent; null: this computer has no such thing. */
export interface DeviceOptions {
  /** In per cent. */
  readonly zoom: number
  readonly openAtLogin: boolean | null
  /** Opened at login, the window stays hidden until somebody wants it. */
  readonly startHidden: boolean | null
  /** Closing the window hides it. */
  readonly closeToTray: boolean | null
  readonly spelling: boolean
  readonly spellingLanguages: readonly string[]
  /** The window is no part of a picture of the screen. */
  readonly hideForScreenshot: boolean
}

export type DeviceChanges = {
  readonly [N in keyof DeviceOptions]?: NonNullable<DeviceOptions[N]> | undefined
}

export interface DeviceNews {
  readonly kind: 'device'
  readonly options: DeviceOptions
  /** The languages that can be chosen from for spelling; none: the system knows them itself. */
  readonly languages: readonly string[]
}

/** What can be done by a key while another program has the keyboard. */
export type SystemKeyName = 'screenshot' | 'oldestUnread' | 'showWindow' | 'acceptAnywhere'

/** As the table of actions writes combinations: `Mod+Alt+A`. */
export type SystemKeys = { readonly [N in SystemKeyName]: readonly string[] }

export interface ScreenSource {
  readonly id: string
  readonly name: string
  readonly kind: 'screen' | 'window'
}

export type Screenshot =
  | {
      readonly kind: 'taken'
      readonly width: number
      readonly height: number
      /** Rows from the top, four bytes for each pixel, blue first. */
      readonly pixels: Uint8Array
      readonly source: string
      /** What else a picture can be taken of. */
      readonly sources: readonly ScreenSource[]
    }
  /** `denied`: the system does not let this program see the screen. */
  | { readonly kind: 'denied' | 'failed' }

export type DesktopPlatform = 'darwin' | 'win32' | 'linux'

export type ShellLanguage = 'zh-CN' | 'en'

/** What the main process starts anew: the client core or the page of the window that failed, or all as a new version. */
export type ShellPart = 'core' | 'window' | 'update'

export type ShellNews =
  | { readonly kind: 'core'; readonly state: CoreState }
  /** The page failed and is a new one now. */
  | { readonly kind: 'window-restored' }
  /** The person wants to quit: the window says what would become of running sessions, and answers. */
  | { readonly kind: 'quit-asked' }
  /** The icon was clicked: what is unread longest is wanted. */
  | { readonly kind: 'show-unread' }
  /** A note was clicked, or answered in itself. */
  | { readonly kind: 'alert'; readonly conversationId: string | null; readonly reply: string | null }
  /** A proxy wants to know who this is; `isAgain`: what was said last is wrong. */
  | { readonly kind: 'proxy-asks'; readonly proxy: string; readonly isAgain: boolean }
  | UpdateNews
  | DeviceNews
  /** A key was pressed that is heard everywhere; what it shows by itself is shown already. */
  | { readonly kind: 'system-key'; readonly name: 'screenshot' | 'acceptAnywhere' }
  /** Somebody followed a `foyer://` address. It comes from anywhere, so it only shows something. */
  | { readonly kind: 'link'; readonly link: DeepLink }

export interface NetworkSettings {
  readonly server: string | null
  readonly proxy: ProxyChoice
  /** An administrator set the proxy: it cannot be changed here. */
  readonly isManaged: boolean
}

export interface ShellDiagnostics {
  readonly version: string
  readonly electron: string
  readonly chrome: string
  readonly node: string
  readonly system: string
  /** Of the main process. */
  readonly memoryBytes: number
  /** Null: nothing keeps a key here. */
  readonly keyStore: string | null
  readonly proxy: string
  readonly log: readonly ShellLogLine[]
}

export interface ShellLogLine {
  readonly level: string
  readonly message: string
  readonly fields: Readonly<Record<string, string | number | boolean>>
}

export interface ProxyChoice {
  /** `script`: a proxy auto-configuration. */
  readonly mode: 'system' | 'none' | 'manual' | 'script'
  /** Of the proxy or the script; empty for the other two. */
  readonly address: string
  /** Hosts that are reached without it, as `*.example.com`, separated by commas; only for `manual`. */
  readonly except: string
}

export interface UpdateNews {
  readonly kind: 'update'
  /** What runs. */
  readonly version: string
  readonly state: UpdateState
}

/** What is known of a newer version. */
export type UpdateState =
  /** `off`: nobody has said where this build finds new versions. `unknown`: not looked yet. */
  | { readonly kind: 'off' | 'unknown' | 'checking' | 'current' }
  | ({ readonly kind: 'downloading'; readonly percent: number } & NewVersion)
  /** It is installed when the program ends. */
  | ({ readonly kind: 'ready' } & NewVersion)
  /** There is one, and something else than the program itself installs it. */
  | ({ readonly kind: 'elsewhere' } & NewVersion)
  /** `refused`: what was offered is not by the publisher, expired or older. `file`: it did not come as announced. */
  | { readonly kind: 'failed'; readonly code: 'unreachable' | 'refused' | 'file' }

export interface NewVersion {
  readonly newest: string
  readonly notes: Readonly<Record<ShellLanguage, string>>
}

/** `stopped`: it failed again and again, and waits for the user. */
export type CoreState = 'running' | 'restarting' | 'stopped'

export interface DeepLink {
  readonly page: 'conversation'
  readonly id: string
}

export interface DesktopSignIn {
  readonly server: string
  readonly ticket: string
}

/** Data of the message that brings the port. */
export type CorePortMessage = 'foyer:core-port'

/** Requests of a window to the main process: name, arguments, answer. */
export interface DesktopRequests {
  'sign-in.take': { args: []; result: DesktopSignIn | null }
  'link.open': { args: [url: string]; result: boolean }
  'diagnostics.get': { args: []; result: ShellDiagnostics }
  'network.get': { args: []; result: NetworkSettings }
  'network.choose': { args: [choice: ProxyChoice]; result: boolean }
  'keys.use': { args: [keys: SystemKeys]; result: readonly SystemKeyName[] }
  'screenshot.take': { args: [source: string | null]; result: Screenshot }
}

/** Messages of a window that have no answer: name and arguments. */
export interface DesktopMessages {
  'core.connect': []
  'shell.watch': []
  'shell.language': [language: ShellLanguage]
  'shell.frames': [addresses: readonly string[]]
  'shell.restart': [part: ShellPart]
  'logs.open': []
  'shell.counts': [counts: ShellCounts]
  'shell.alert': [alert: ShellAlert]
  'shell.quit': [yes: boolean]
  'update.check': []
  'proxy.answer': [answer: { readonly name: string; readonly password: string } | null]
  'device.change': [changes: DeviceChanges]
}
