import type { ShellLanguage } from './window.ts'

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

interface NewVersion {
  readonly newest: string
  readonly notes: Readonly<Record<ShellLanguage, string>>
}

export type UpdateMessage =
  /** Looks for a new version; what is found comes as news. */
  | { readonly kind: 'update.check' }
  /** Ends the program for the one that is ready. */
  | { readonly kind: 'update.install' }
