import {
  settingDeclaration,
  type AgentSettingName,
  type AgentSettingValue,
} from '../../../protocol/model/index.ts'
import type { Language, Paint, ThemeSides } from '../../ui/index.ts'

/** How the window looks: the settings that paint it. */
export type Look = {
  readonly [N in LookName]: AgentSettingValue<N>
}
export type LookName = (typeof LOOK_NAMES)[number]

export const LOOK_NAMES = [
  'theme',
  'language',
  'skin',
  'textSize',
  'density',
  'motion',
  'bubbles',
] as const satisfies readonly AgentSettingName[]

/** What of these values is a look; anything else is left out. */
export const lookIn = (values: Readonly<Record<string, unknown>>): Partial<Look> =>
  Object.fromEntries(
    LOOK_NAMES.flatMap((name) => {
      const value = settingDeclaration(name).schema.safeParse(values[name])
      return value.success ? [[name, value.data]] : []
    }),
  )

export const USUAL_LOOK = Object.fromEntries(
  LOOK_NAMES.map((name) => [name, settingDeclaration(name).usual]),
) as unknown as Look

/** `?theme=dark`, `?lang=en`, `?skin=tide` and `?text=150` go before what was chosen, for this visit only. */
export const forcedLook = (search: string): Partial<Look> => {
  const params = new URLSearchParams(search)
  const text = params.get('text')
  return lookIn({
    theme: params.get('theme'),
    language: params.get('lang'),
    skin: params.get('skin'),
    textSize: text === null ? null : Number(text),
  })
}

/** Chinese first: any Chinese, and everything that is not English. */
export const languageOf = (languages: readonly string[]): Language =>
  languages
    .find((tag) => /^(?:zh|en)\b/iu.test(tag))
    ?.toLowerCase()
    .startsWith('en')
    ? 'en'
    : 'zh-CN'

/** The language a look means. */
export const spokenLanguage = ({ language }: Pick<Look, 'language'>): Language =>
  language === 'browser' ? languageOf(navigator.languages) : language

/** How a look is painted on a system that is dark or not; `company`: the colours of its theme, where there is one. */
export const paintOf = (look: Look, systemDark: boolean, company: ThemeSides | null = null): Paint => ({
  isDark: look.theme === 'dark' || (look.theme !== 'light' && systemDark),
  isContrast: look.theme === 'contrast',
  skin: look.skin,
  company,
  textSize: look.textSize,
  isCompact: look.density === 'compact',
  isCalm: look.motion === 'reduced',
  bubbles: look.bubbles,
})
