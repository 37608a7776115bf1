/** One step of the walk: what lies half done on the screen, what is pressed, and what everybody sees afterwards. */
export interface ScreenStep {
  readonly name: string
  /** Brings the screen so far that only the deed is missing; done again it changes nothing. */
  readonly prepare: () => Promise<void>
  /** What lies there half done is whole. */
  readonly kept: () => Promise<void>
  /** Presses, or lets the time come; it does not wait for what comes of it. */
  readonly act: () => Promise<void>
  /** Whether what is done while the server is away comes by itself later; it says so on the screen either way. */
  readonly told: () => Promise<Told>
  /** Each side sees it, once. */
  readonly seen: () => Promise<void>
}

/** `waits`: it comes by itself. `again`: nothing came of it, and people do it again. */
export type Told = 'waits' | 'again'

export const nothing = async (): Promise<void> => undefined

/** What tells nobody anything: `waits` or `again` all the same. */
export const silent = (told: Told) => async (): Promise<Told> => told
