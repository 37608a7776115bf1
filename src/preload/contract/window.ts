export type ShellLanguage = 'zh-CN' | 'en'

/** What an address of the program names. */
export interface DeepLink {
  readonly page: 'conversation'
  readonly id: string
}

export interface DesktopSignIn {
  readonly server: string
  readonly ticket: string
}

export type WindowNews =
  /** The page failed and is a new one now. */
  | { readonly kind: 'window-restored' }
  /** The person wants to quit: the window says what would become of running sessions, and answers. */
  | { readonly kind: 'quit-asked' }
  /** Somebody followed a `foyer://` address. It comes from anywhere, so it only shows something. */
  | { readonly kind: 'link'; readonly link: DeepLink }

export type WindowMessage =
  /** The page listens from now on, and hears how everything stands. */
  | { readonly kind: 'window.watch' }
  /** The language of the window, for the words that the system shows outside of it. */
  | { readonly kind: 'window.language'; readonly language: ShellLanguage }
  /** Addresses whose pages may stand in a frame; those of before may not any more. */
  | { readonly kind: 'window.frames'; readonly addresses: readonly string[] }
  /** Whether the program may quit, after it was asked. */
  | { readonly kind: 'window.quit'; readonly yes: boolean }
  /** Tries again what was given up after it had failed again and again. */
  | { readonly kind: 'window.restart'; readonly part: 'core' | 'window' }

export interface WindowRequests {
  /** The one-time sign-in the program was started with, if any; it is given out once. */
  'sign-in.take': { args: []; result: DesktopSignIn | null }
  /** Shows an address in the user's browser. Answers false for one that may not be opened. */
  'link.open': { args: [url: string]; result: boolean }
}
