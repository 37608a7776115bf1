import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { agentSettingsOf, settingDefaultsOf } from '../../db/agentSettings.ts'

describeDatabases('settings that follow the agent', (databases) => {
  const withReception = receptionsOf(databases)

  it('are kept by name, told to that agent alone, and taken back by name', async () => {
    await withReception({ agents: 2 }, async ({ db, done, run, agent, commits }) => {
      await done(agent(1), 'agent-setting.save', { changes: { theme: 'dark', idleMinutes: 10 } })
      await done(agent(1), 'agent-setting.save', { changes: { theme: null, removeEnded: true } })
      const settings = { idleMinutes: 10, removeEnded: true }
      expect(await agentSettingsOf(db, ORGANIZATION, agent(1).agentId)).toEqual(settings)
      expect(await agentSettingsOf(db, ORGANIZATION, agent(2).agentId)).toEqual({})
      const told = commits.flatMap(({ entries }) => entries).at(-1)
      expect([told?.scope, told?.event, told?.payload]).toEqual([
        'agent:agent-1',
        'agent-settings.changed',
        { settings },
      ])
      for (const changes of [{ mood: 'good' }, { idleMinutes: 1000 }, { theme: 'pink' }])
        expect(await run(agent(1), 'agent-setting.save', { changes } as never)).toMatchObject({
          code: 'invalid',
        })
    })
  })

  it('R-03-181 (right menu) what it holds is chosen by whoever may change the layout; everybody may go back', async () => {
    const changes = { rightMenuLayout: { order: ['timeline'], hidden: [] } }
    await withReception({ agents: 1 }, async ({ run, done, agent }) => {
      expect(await run(agent(1), 'agent-setting.save', { changes })).toMatchObject({ code: 'forbidden' })
      await done(agent(1), 'agent-setting.save', { changes: { rightMenuLayout: null } })
    })
    await withReception({ agents: 1, permissions: ['client.layout'] }, async ({ db, done, agent }) => {
      await done(agent(1), 'agent-setting.save', { changes })
      expect(await agentSettingsOf(db, ORGANIZATION, agent(1).agentId)).toEqual(changes)
    })
  })

  it('the company decides on them as a whole, with its permission, and whoever saved first wins', async () => {
    await withReception({ agents: 1, permissions: ['admin'] }, async ({ db, done, run, agent }) => {
      const settings = { theme: { value: 'dark', locked: true } }
      await done(agent(1), 'company-setting-default.save', { version: 0, settings })
      expect(await settingDefaultsOf(db, ORGANIZATION)).toEqual({ settings, version: 1 })
      expect(await run(agent(1), 'company-setting-default.save', { version: 0, settings: {} })).toMatchObject(
        { code: 'conflict', details: { version: 1 } },
      )
      const wrong = { theme: { value: 'pink', locked: false } }
      expect(
        await run(agent(1), 'company-setting-default.save', { version: 1, settings: wrong }),
      ).toMatchObject({ code: 'invalid' })
    })
    await withReception({ agents: 1 }, async ({ run, agent }) => {
      expect(await run(agent(1), 'company-setting-default.save', { version: 0, settings: {} })).toMatchObject(
        { code: 'forbidden' },
      )
    })
  })
})
