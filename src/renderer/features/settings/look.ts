import type { Language } from '../../ui/index.ts'

export type ThemeChoice = 'light' | 'dark' | 'system'

/** How the window looks. */
export interface Look {
  readonly theme: ThemeChoice
  readonly language: Language
}

export const isThemeChoice = (value: unknown): value is ThemeChoice =>
  value === 'light' || value === 'dark' || value === 'system'

export const isLanguage = (value: unknown): value is Language => value === 'zh-CN' || value === 'en'

/** `?theme=dark` and `?lang=en` go before what was chosen, for this visit only. */
export const forcedLook = (search: string): Partial<Look> => {
  const params = new URLSearchParams(search)
  const theme = params.get('theme')
  const language = params.get('lang')
  return {
    ...(isThemeChoice(theme) ? { theme } : {}),
    ...(isLanguage(language) ? { language } : {}),
  }
}

/** Chinese first: any Chinese, and everything that is not English. */
export const languageOf = (languages: readonly string[]): Language =>
  languages
    .find((tag) => /^(?:zh|en)\b/iu.test(tag))
    ?.toLowerCase()
    .startsWith('en')
    ? 'en'
    : 'zh-CN'
