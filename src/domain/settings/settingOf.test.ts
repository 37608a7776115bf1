import { expect, it } from 'vitest'

import { AGENT_SETTING_NAMES, settingDeclaration } from '../../protocol/model/index.ts'
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
