import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { connectAgent, type AgentClient, type Entry } from '../../../../tests/support/agentClient.ts'
import { startServerWorld, type ServerWorld } from '../../../../tests/support/serverWorld.ts'

/** The revision of the newest thing the client has. */
const cursorOf = (client: AgentClient): number =>
  Math.max(
    ...client.frames.map((frame) => {
      if (frame.t === 'snapshot' || frame.t === 'synced') return frame.revision
      return frame.t === 'log' ? Math.max(...frame.entries.map(({ revision }) => revision)) : 0
    }),
  )

describe('coming back', () => {
  let world: ServerWorld
  beforeAll(async () => {
    world = await startServerWorld({ config: { limitScale: 1000 }, capacity: 200 })
  })
  afterAll(async () => {
    await world.dispose()
  })

  it('resumes from a cursor and starts anew without one', async () => {
    const first = await world.agent('anna')
    expect(first.welcome.mode).toBe('resync')
    await first.synced()
    expect(first.parts().map(({ scope }) => scope)).toContain('org')
    const cursor = cursorOf(first)
    await first.close()
    const customer = await world.customer()
    await customer.write('while you were away')
    const { epoch } = first.welcome
    const back = await connectAgent(world.url, world.ids, {
      token: first.token,
      resume: { epoch, revision: cursor },
    })
    expect(back.welcome.mode).toBe('resumed')
    await back.synced()
    expect(back.parts().some(({ scope }) => scope === 'org')).toBe(false)
    expect(back.entries().every(({ revision }) => revision > cursor)).toBe(true)
    await back.close()

    const anew = await connectAgent(world.url, world.ids, {
      token: first.token,
      resume: { epoch: 'another history', revision: cursor },
    })
    expect(anew.welcome.mode).toBe('resync')
    await anew.synced()
    await anew.close()
    await customer.close()
  })

  it('P30 begins another history when a client knows more of it than the server, and believes that once', async () => {
    const other = await world.agent('ben')
    await other.synced()
    const first = await world.agent('anna')
    const { token, welcome } = first
    await first.close()
    const ahead = async (epoch: string) =>
      connectAgent(world.url, world.ids, { token, resume: { epoch, revision: 1_000_000 } })
    const liar = await ahead(welcome.epoch)
    expect(liar.welcome.mode).toBe('resync')
    await liar.closed
    await other.closed
    const back = await connectAgent(world.url, world.ids, {
      token,
      resume: { epoch: welcome.epoch, revision: 1 },
    })
    expect(back.welcome.mode).toBe('resync')
    expect(back.welcome.epoch).not.toBe(welcome.epoch)
    await back.synced()
    const again = await ahead(back.welcome.epoch)
    await again.synced()
    expect(again.welcome.epoch).toBe(back.welcome.epoch)
    await Promise.all([back.close(), again.close()])
  })

  it('gives a device that comes and goes all that one that stays has got', async () => {
    const steady = await world.agent('anna', { deviceId: 'steady' })
    await steady.synced()
    const { token } = await world.signIn('anna', 'wandering')
    let wandering = await connectAgent(world.url, world.ids, { token, deviceId: 'wandering' })
    const { epoch } = wandering.welcome
    const got = new Set<number>()
    const covered: { scope: string; revision: number }[] = []
    const collect = (): void => {
      for (const entry of wandering.entries()) got.add(entry.revision)
      for (const frame of wandering.frames) {
        if (frame.t !== 'snapshot') continue
        covered.push(...frame.parts.map(({ scope }) => ({ scope, revision: frame.revision })))
      }
    }
    let cursor = 0
    for (let round = 0; round < 12; round += 1) {
      const customer = await world.customer()
      await customer.write(`round ${round}`)
      if (round % 3 === 0) await wandering.synced()
      cursor = Math.max(cursor, cursorOf(wandering))
      collect()
      await wandering.close()
      await customer.write(`round ${round}, later`)
      if (round % 2 === 0) await customer.run('customer.leave', {})
      wandering = await connectAgent(world.url, world.ids, {
        token,
        deviceId: 'wandering',
        resume: cursor > 0 ? { epoch, revision: cursor } : null,
      })
      await customer.close()
    }
    await wandering.synced()
    const end = await steady.run('presence.set', { presence: 'busy' })
    expect(end.t).toBe('done')
    // What the last round still set going comes to both, each in its own time.
    const missing = (): Entry[] => {
      collect()
      return steady
        .entries()
        .filter(({ revision }: Entry) => !got.has(revision))
        .filter(
          ({ scope, revision }) => !covered.some((part) => part.scope === scope && part.revision >= revision),
        )
    }
    await expect.poll(missing).toEqual([])
    const revisions = wandering.entries().map(({ revision }) => revision)
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b))
    await steady.close()
    await wandering.close()
  })

  it('goes on after a restart of the server', async () => {
    const anna = await world.agent('anna')
    await anna.synced()
    const cursor = cursorOf(anna)
    const closed = anna.closed
    await world.restart()
    await closed
    expect(anna.frames.at(-1)).toEqual({ t: 'bye', code: 'going-away' })
    const back = await connectAgent(world.url, world.ids, {
      token: anna.token,
      resume: { epoch: anna.welcome.epoch, revision: cursor },
    })
    expect(back.welcome.mode).toBe('resumed')
    await back.synced()
    await back.close()
  })
})
