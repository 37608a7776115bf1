import {
  AGENT_SETTING_NAMES,
  settingDeclaration,
  type AgentSettingName,
  type AgentSettings,
  type AgentSettingValue,
  type SettingDefault,
  type SettingDefaults,
  type ThemeUse,
} from '../../protocol/model/index.ts'

/** What holds of a setting, who decided it, and whether the agent can choose otherwise. */
export interface SettingState<N extends AgentSettingName = AgentSettingName> {
  readonly value: AgentSettingValue<N>
  readonly from: 'own' | 'company' | 'usual'
  readonly locked: boolean
}
export type SettingStates = { readonly [N in AgentSettingName]: SettingState<N> }

/**
 * What holds of one setting: the agent's own value unless the company locked it, else the company's, else the usual one.
 *
 * A value of another version of the program, which this one does not understand, counts as none.
 */
export const settingOf = <N extends AgentSettingName>(
  name: N,
  own: AgentSettings,
  defaults: SettingDefaults['settings'],
): SettingState<N> => {
  const { schema, usual } = settingDeclaration(name)
  const state = (value: unknown, from: SettingState['from'], locked: boolean): SettingState<N> => ({
    value: value as AgentSettingValue<N>,
    from,
    locked,
  })
  const decided = defaults[name]
  const company = schema.safeParse(decided?.value)
  const locked = company.success && decided?.locked === true
  const chosen = schema.safeParse(own[name])
  if (chosen.success && !locked) return state(chosen.data, 'own', false)
  return company.success ? state(company.data, 'company', locked) : state(usual, 'usual', false)
}

/** What holds of all settings. `theme`: how the company's own may be used. */
export const settingStates = (
  own: AgentSettings,
  defaults: SettingDefaults['settings'],
  theme: ThemeUse = 'off',
): SettingStates => {
  const chosen = theme === 'off' && own['skin'] === COMPANY ? { ...own, skin: null } : own
  const decided = { ...defaults, skin: skinDecision(defaults['skin'], theme) }
  return Object.fromEntries(
    AGENT_SETTING_NAMES.map((name) => [name, settingOf(name, chosen, decided)]),
  ) as unknown as SettingStates
}

const COMPANY = 'company' satisfies AgentSettingValue<'skin'>

/**
 * What the company has decided on skins. Its theme goes before them only where it is the only one: a preset that names
 * another skin was meant so. A theme that is no more is nobody's decision and nobody's choice (R-03-177).
 */
const skinDecision = (decided: SettingDefault | undefined, theme: ThemeUse): SettingDefault => {
  if (theme === 'only') return { value: COMPANY, locked: true }
  const lost = theme === 'off' && decided?.value === COMPANY
  if (decided && !lost) return decided
  return { value: theme === 'default' ? COMPANY : null, locked: false }
}
