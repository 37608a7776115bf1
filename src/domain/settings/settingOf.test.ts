import { describe, expect, it } from 'vitest'

import { AGENT_SETTING_NAMES, settingDeclaration, type ThemeUse } from '../../protocol/model/index.ts'
import { settingOf, settingStates } from './settingOf.ts'

const DARK = { theme: { value: 'dark', locked: false } }

it('R-02-064 R-02-161 R-03-159 after five minutes suspended, and nobody leaves the list by themselves, until somebody chooses', () => {
  const { idleMinutes, idlePresence, removeEnded, removeTransferred } = settingStates({}, {})
  expect([idleMinutes.value, idlePresence.value, removeEnded.value, removeTransferred.value]).toEqual([
    5,
    'suspended',
    false,
    false,
  ])
})

it('holds what the agent chose, else what the company decided, else the usual', () => {
  expect(settingOf('theme', { theme: 'light' }, DARK)).toEqual({ value: 'light', from: 'own', locked: false })
  expect(settingOf('theme', {}, DARK)).toEqual({ value: 'dark', from: 'company', locked: false })
  expect(settingOf('theme', {}, {})).toEqual({ value: 'system', from: 'usual', locked: false })
})

it('holds what the company locked, whatever the agent chose', () => {
  const locked = { theme: { value: 'dark', locked: true } }
  expect(settingOf('theme', { theme: 'light' }, locked)).toEqual({
    value: 'dark',
    from: 'company',
    locked: true,
  })
})

it('takes what it does not understand for nothing', () => {
  expect(
    settingOf('idleMinutes', { idleMinutes: 'soon' }, { idleMinutes: { value: -1, locked: true } }),
  ).toEqual({
    value: 5,
    from: 'usual',
    locked: false,
  })
})

it('every usual value is one its setting can have', () => {
  for (const name of AGENT_SETTING_NAMES) {
    const { schema, usual } = settingDeclaration(name)
    expect(schema.safeParse(usual), name).toEqual({ success: true, data: usual })
  }
  expect(Object.keys(settingStates({}, {}))).toEqual(AGENT_SETTING_NAMES)
})

describe('R-03-177 the company theme among the skins', () => {
  const skin = (own: unknown, use: ThemeUse, preset?: { value: string; locked: boolean }) => {
    const { value, from, locked } = settingStates(
      { ...(own !== null && { skin: own }) },
      { ...(preset && { skin: preset }) },
      use,
    ).skin
    return [value, from, locked]
  }

  it('is one more where it is offered, the one of whoever has not chosen where it is the default, and else the only one', () => {
    expect(skin(null, 'offered')).toEqual(['plain', 'usual', false])
    expect(skin('company', 'offered')).toEqual(['company', 'own', false])
    expect(skin(null, 'default')).toEqual(['company', 'company', false])
    expect(skin('tide', 'default')).toEqual(['tide', 'own', false])
    expect(skin('tide', 'only')).toEqual(['company', 'company', true])
  })

  it('is nobody’s any more once it is off: whoever chose it has what they would have without', () => {
    expect(skin('company', 'off')).toEqual(['plain', 'usual', false])
    expect(skin('company', 'off', { value: 'tide', locked: false })).toEqual(['tide', 'company', false])
    expect(skin('company', 'off', { value: 'company', locked: true })).toEqual(['plain', 'usual', false])
    expect(skin('ocean', 'off', { value: 'company', locked: true })).toEqual(['ocean', 'own', false])
  })

  it('leaves a preset that names another skin its meaning, unless it is the only one', () => {
    const preset = { value: 'night', locked: true }
    expect(skin(null, 'default', preset)).toEqual(['night', 'company', true])
    expect(skin(null, 'only', preset)).toEqual(['company', 'company', true])
  })
})
