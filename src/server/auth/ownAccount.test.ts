import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { PASSWORD, startServerWorld, type ServerWorld } from '../../../tests/support/serverWorld.ts'

describe('the own sign-ins of an agent', () => {
  let world: ServerWorld
  beforeAll(async () => {
    world = await startServerWorld()
  })
  afterAll(async () => {
    await world.dispose()
  })

  const signIn = async (id: string, password = PASSWORD): Promise<string> => {
    const device = { id, kind: 'web', name: `the ${id}` }
    const answer = await world.post('/api/sign-in', { account: 'anna', password, device })
    return ((await answer.json()) as { token?: string }).token ?? ''
  }
  const as = async (token: string, path: string, body?: unknown): Promise<[number, unknown]> => {
    const answer = await fetch(new URL(path, world.url), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return [answer.status, await answer.json()]
  }
  const namesOf = async (token: string): Promise<unknown> => {
    const [, said] = await as(token, '/api/devices')
    return (said as { devices: { name: string; here: boolean }[] }).devices
      .map(({ name, here }) => (here ? `${name}, here` : name))
      .toSorted()
  }

  it('tell which devices there are, and end one of them or all others', async () => {
    const [desk, phone, old] = [await signIn('desk'), await signIn('phone'), await signIn('old')]
    expect(await namesOf(desk)).toEqual(['the desk, here', 'the old', 'the phone'])
    expect(await as(desk, '/api/devices/sign-out', { deviceId: 'old' })).toEqual([200, {}])
    expect((await as(old, '/api/devices'))[0]).toBe(401)
    expect(await namesOf(phone)).toEqual(['the desk', 'the phone, here'])
    await as(desk, '/api/devices/sign-out', { deviceId: null })
    expect((await as(phone, '/api/devices'))[0]).toBe(401)
    expect(await namesOf(desk)).toEqual(['the desk, here'])
    expect((await as('nonsense', '/api/devices'))[0]).toBe(401)
  })

  it('another password needs the present one, and ends every other sign-in', async () => {
    const [desk, phone] = [await signIn('desk'), await signIn('phone')]
    const change = (current: string, next: string) => as(desk, '/api/password', { current, next })
    expect(await change('wrong', 'another password')).toMatchObject([401, { code: 'wrong-credentials' }])
    expect(await change(PASSWORD, 'short')).toMatchObject([400, { code: 'invalid' }])
    expect(await change(PASSWORD, 'another password')).toEqual([200, {}])
    expect((await as(phone, '/api/devices'))[0]).toBe(401)
    expect((await as(desk, '/api/devices'))[0]).toBe(200)
    expect(await signIn('phone')).toBe('')
    expect(await signIn('phone', 'another password')).not.toBe('')
  })
})
