import type { AGENT_SETTINGS, AgentSettingName, AgentSettingValue } from '../../../protocol/model/index.ts'
import { resources } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'

type Settings = typeof AGENT_SETTINGS
type NameOf<Kind extends string> = {
  [N in AgentSettingName]: Settings[N]['control']['kind'] extends Kind ? N : never
}[AgentSettingName]
type Shown = {
  [N in AgentSettingName]: Settings[N]['page'] extends null ? never : N
}[AgentSettingName]

/** Words of a setting in the language of the window. */
export interface SettingWords {
  readonly name: (name: AgentSettingName) => string
  /** What it means, where the name does not say it all. */
  readonly hint: (name: AgentSettingName) => string | undefined
  readonly option: (name: AgentSettingName, option: string) => string
  readonly amount: (name: AgentSettingName, count: number) => string
}

const words = resources['zh-CN'].settings

// Each of these does not compile while a word is missing; `i18n.test.ts` holds English to the same keys.
words.names satisfies Readonly<Record<Shown, string>>
words.options satisfies { readonly [N in NameOf<'choice'>]: Readonly<Record<AgentSettingValue<N>, string>> }
words.amounts satisfies Readonly<Record<`${NameOf<'amount'>}_other`, string>>

export const useSettingWords = (): SettingWords => {
  const { t, i18n } = useTranslation('settings')
  return {
    name: (name) => t(`names.${name}` as 'names.theme'),
    hint: (name) =>
      i18n.exists(`settings:hints.${name}`) ? t(`hints.${name}` as 'hints.idleMinutes') : undefined,
    option: (name, option) => t(`options.${name}.${option}` as 'options.theme.dark'),
    amount: (name, count) => t(`amounts.${name}` as 'amounts.idleMinutes', { count }),
  }
}
