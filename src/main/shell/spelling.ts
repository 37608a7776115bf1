/**
 * Looks for words that are spelled wrong while somebody writes, with what the system or Chromium brings.
 *
 * macOS does it by itself. Elsewhere Chromium fetches a dictionary for each language from its maker, once: nothing of what
 * is written goes there, but that the computer asks does, so it is off until a person turns it on.
 */
import type { Session } from 'electron'

type Checker = Pick<
  Session,
  'availableSpellCheckerLanguages' | 'setSpellCheckerLanguages' | 'setSpellCheckerEnabled'
>

export interface Spelling {
  /** The languages to choose from; none: the system decides. */
  readonly languages: readonly string[]
  use(on: boolean, languages: readonly string[]): void
}

export const createSpelling = (pages: Checker, platform: NodeJS.Platform): Spelling => {
  const languages = platform === 'darwin' ? [] : pages.availableSpellCheckerLanguages
  return {
    languages,
    use: (on, wanted) => {
      // Without a language there is no dictionary to fetch. Electron refuses all for one that it does not know.
      if (platform !== 'darwin')
        pages.setSpellCheckerLanguages(on ? wanted.filter((one) => languages.includes(one)) : [])
      pages.setSpellCheckerEnabled(on)
    },
  }
}
