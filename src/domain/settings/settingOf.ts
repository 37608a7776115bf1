import {
  AGENT_SETTING_NAMES,
  settingDeclaration,
  type AgentSettingName,
  type AgentSettings,
  type AgentSettingValue,
  type SettingDefaults,
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

/** What holds of all settings. */
export const settingStates = (own: AgentSettings, defaults: SettingDefaults['settings']): SettingStates =>
  Object.fromEntries(
    AGENT_SETTING_NAMES.map((name) => [name, settingOf(name, own, defaults)]),
  ) as unknown as SettingStates
