/** Settings of an agent with several devices, one of them without its server for a while. */
import { expect, it } from 'vitest'

import type { AgentSettingName } from '../../../src/protocol/model/index.ts'
import { createWorld } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

const held = async (core: WorldCore, name: AgentSettingName): Promise<unknown> =>
  (await core.client.query('agent-settings.mine', {}))?.[name]

it('R-03-184 what is chosen without the server holds at once, is sent later, and of several choices the last counts', async () => {
  const world = await createWorld({})
  const away = await world.core(1)
  const other = await world.core(1)
  await world.pass()
  away.goOffline()
  await away.client.run('agent-setting.save', { changes: { theme: 'light', idleMinutes: 10 } })
  await away.client.run('agent-setting.save', { changes: { theme: 'dark' } })
  await other.client.run('agent-setting.save', { changes: { idleMinutes: 15, removeEnded: true } })
  await world.pass(1000)
  expect(await held(away, 'theme')).toEqual({ value: 'dark', from: 'own', locked: false })
  expect(await held(other, 'theme')).toMatchObject({ from: 'usual' })
  await away.stop()
  away.start()
  expect(await held(away, 'theme')).toMatchObject({ value: 'dark' })
  await away.comeBack()
  await world.pass(5000)
  for (const core of [away, other]) {
    expect(await held(core, 'theme'), core.name).toMatchObject({ value: 'dark' })
    expect(await held(core, 'idleMinutes'), core.name).toMatchObject({ value: 10 })
    expect(await held(core, 'removeEnded'), core.name).toMatchObject({ value: true })
  }
  expect(away.digest()).toEqual(other.digest())

  await other.client.run('agent-setting.save', { changes: { theme: null } })
  await world.pass(1000)
  expect(await held(away, 'theme')).toMatchObject({ value: 'system', from: 'usual' })
  await world.dispose()
})

it('what earlier versions kept on the device follows once, unless the agent has chosen since', async () => {
  const world = await createWorld({})
  const other = await world.core(1)
  await other.client.run('agent-setting.save', { changes: { theme: 'light' } })
  await world.pass()
  const old = await world.core(1)
  await old.client.run('setting.save', { key: 'settings-taken:agent-1', value: false })
  await old.client.run('setting.save', { key: 'theme', value: 'dark' })
  await old.client.run('setting.save', {
    key: 'preferences',
    value: { idleMinutes: 30, idlePresence: 'asleep', soundOnArrival: false, removeEnded: false },
  })
  await old.stop()
  old.start()
  await world.pass(5000)
  expect(await held(other, 'theme')).toMatchObject({ value: 'light' })
  expect(await held(other, 'idleMinutes')).toMatchObject({ value: 30, from: 'own' })
  expect(await held(other, 'soundNewSession')).toMatchObject({ value: 'off' })
  expect(await held(other, 'idlePresence')).toMatchObject({ from: 'usual' })
  await other.client.run('agent-setting.save', { changes: { idleMinutes: null } })
  await old.stop()
  old.start()
  await world.pass(5000)
  expect(await held(old, 'idleMinutes')).toMatchObject({ from: 'usual' })
  await world.dispose()
})
