import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentHello } from '../../../tests/support/agentClient.ts'
import { createTestClock, type TestClock } from '../../../tests/support/clock.ts'
import { connectFrames } from '../../../tests/support/frameClient.ts'
import { PASSWORD, startServerWorld, type ServerWorld } from '../../../tests/support/serverWorld.ts'
import type { AgentServerFrame } from '../../protocol/wire/index.ts'
import { createAttempts } from './attempts.ts'
import { hashPassword, verifyPassword } from './password.ts'

const device = { id: 'device-1', kind: 'web', name: 'test' }

describe('signing in', () => {
  let world: ServerWorld
  let clock: TestClock
  beforeAll(async () => {
    clock = createTestClock()
    world = await startServerWorld({ clock })
  })
  afterAll(async () => {
    await world.dispose()
  })

  const codeOf = async (path: string, body: unknown): Promise<[number, unknown]> => {
    const response = await world.post(path, body)
    const answer = (await response.json()) as { code?: string }
    return [response.status, answer.code]
  }
  const signIn = async (account: string, password = PASSWORD): Promise<[number, unknown]> =>
    codeOf('/api/sign-in', { account, password, device })

  it('opens with account and password, whatever the case of the account', async () => {
    const signedIn = await world.post('/api/sign-in', { account: ' ANNA ', password: PASSWORD, device })
    expect(await signedIn.json()).toMatchObject({ agentId: 'anna', organizationName: 'Qimu' })
    expect(signedIn.headers.get('cache-control')).toBe('no-store')
  })

  it('R-01-002 R-01-011 keeps out who may not use the client, after the right password only', async () => {
    expect(await signIn('boss')).toEqual([403, 'forbidden'])
    expect(await signIn('writer')).toEqual([403, 'forbidden'])
    expect(await signIn('gone')).toEqual([403, 'disabled'])
    for (const account of ['boss', 'writer', 'gone']) {
      expect(await signIn(account, 'wrong')).toEqual([401, 'wrong-credentials'])
    }
  })

  it('answers alike for accounts that exist and those that do not, and slows both down', async () => {
    const known = []
    const unknown = []
    for (let index = 0; index < 8; index += 1) {
      known.push(await signIn('ben', `wrong ${index}`))
      unknown.push(await signIn('nobody', `wrong ${index}`))
    }
    expect(known).toEqual(unknown)
    expect(known.at(-1)).toEqual([429, 'too-many-tries'])
    // The right password has to wait as well, and then works.
    expect(await signIn('ben')).toEqual([429, 'too-many-tries'])
    clock.advance(15 * 60_000)
    expect((await signIn('ben'))[0]).toBe(200)
  })

  it('refuses bodies it does not know, without a word about the inside', async () => {
    for (const body of [
      {},
      [],
      'text',
      { account: 'anna', password: PASSWORD, device, admin: true },
      { account: { $ne: '' }, password: PASSWORD, device },
      { account: 'a'.repeat(65), password: PASSWORD, device },
    ]) {
      expect(await codeOf('/api/sign-in', body)).toEqual([400, 'invalid'])
    }
    const broken = await fetch(`${world.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"account":',
    })
    expect([broken.status, await broken.json()]).toEqual([400, { code: 'invalid' }])
    const huge = await world.post('/api/sign-in', { account: 'x'.repeat(1_100_000) })
    expect([huge.status, await huge.json()]).toEqual([413, { code: 'too-large' }])
    expect(await codeOf('/api/no-such', {})).toEqual([404, 'not-found'])
  })

  it('ends the connections of a device that signs out, and its token', async () => {
    clock.advance(60_000)
    const anna = await world.agent('anna', { deviceId: 'device-out' })
    const other = await world.agent('anna', { deviceId: 'device-stays' })
    const out = await world.post('/api/sign-out', {}, { authorization: `Bearer ${anna.token}` })
    expect(out.status).toBe(200)
    await anna.closed
    expect(anna.frames.at(-1)).toEqual({ t: 'bye', code: 'signed-out' })
    const again = await connectFrames<AgentServerFrame>(world.url, world.ids)
    again.send(agentHello({ token: anna.token, deviceId: 'device-out' }))
    expect(await again.next(({ t }) => t === 'bye')).toMatchObject({ code: 'signed-out' })
    other.send({ t: 'ping' })
    await other.next(({ t }) => t === 'pong')
    const twice = await world.post('/api/sign-out', {}, { authorization: `Bearer ${anna.token}` })
    expect(twice.status).toBe(401)
    await other.close()
  })

  it('R-03-160 presence is what the agent chose for the time after signing in, unless another device is there', async () => {
    const presenceAt = async (deviceId: string) => {
      const ben = await world.agent('ben', { deviceId })
      const told = await ben.next((frame) => frame.t === 'presence' && frame.agents.some(isBen))
      return { ben, presence: told.t === 'presence' && told.agents.find(isBen)?.presence }
    }
    const isBen = ({ agentId }: { readonly agentId: string }): boolean => agentId === 'ben'
    const first = await presenceAt('first')
    expect(first.presence).toBe('online')
    await first.ben.run('agent-setting.save', { changes: { startPresence: 'busy' } })
    const second = await presenceAt('second')
    expect(second.presence).toBe('online')
    await first.ben.close()
    await second.ben.close()
    // The server notices a moment later that both are gone.
    await expect
      .poll(async () => {
        const { ben, presence } = await presenceAt('third')
        await ben.close()
        return presence
      })
      .toBe('busy')
  })
})

describe('what signing in is made of', () => {
  it('keeps passwords as Argon2id and reads hashes with other figures', async () => {
    const stored = await hashPassword('密码 passw0rd')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u)
    expect(await verifyPassword('密码 passw0rd', stored)).toBe(true)
    expect(await verifyPassword('密码 passw0re', stored)).toBe(false)
    for (const broken of ['', 'plain', '$argon2id$v=19$m=1,t=1,p=1$$', '-']) {
      expect(await verifyPassword('x', broken)).toBe(false)
    }
  })

  it('doubles the delay after each failure beyond the free ones, to fifteen minutes at most', () => {
    const clock = createTestClock()
    const attempts = createAttempts(clock)
    const key = { key: 'account:x', free: 2 }
    const waits: number[] = []
    for (let index = 0; index < 16; index += 1) {
      attempts.failed(key)
      waits.push(attempts.waitMs([key]))
    }
    expect(waits.slice(0, 5)).toEqual([0, 0, 1_000, 2_000, 4_000])
    expect(waits.at(-1)).toBe(15 * 60_000)
    attempts.succeeded(key)
    expect(attempts.waitMs([key])).toBe(0)
  })
})
