import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestClock } from '../../../../tests/support/clock.ts'
import { customerHello } from '../../../../tests/support/customerClient.ts'
import { startServerWorld, WIDGET, type ServerWorld } from '../../../../tests/support/serverWorld.ts'
import type { CustomerServerFrame } from '../../../protocol/wire/index.ts'

describe('a line of single requests', () => {
  let world: ServerWorld
  beforeAll(async () => {
    // Time stands still: nobody is allowed more because the machine is slow.
    world = await startServerWorld({ clock: createTestClock() })
  })
  afterAll(async () => {
    await world.dispose()
  })

  const ask = async (method: string, id: string | null, frames: readonly object[] = [], origin?: string) =>
    fetch(`${world.url}/api/line`, {
      method,
      headers: {
        ...(id !== null && { authorization: `Line ${id}` }),
        ...(frames.length > 0 && { 'content-type': 'text/plain' }),
        ...(origin !== undefined && { origin }),
      },
      ...(frames.length > 0 && { body: frames.map((frame) => JSON.stringify(frame)).join('\n') }),
    })
  const open = async (token: string | null = null): Promise<string> =>
    (await ask('POST', null, [customerHello({ widgetId: WIDGET, token })])).text()
  const told = async (id: string): Promise<CustomerServerFrame[]> => {
    const text = await (await ask('GET', id)).text()
    return text === '' ? [] : text.split('\n').map((frame) => JSON.parse(frame) as CustomerServerFrame)
  }
  const until = async (id: string, t: CustomerServerFrame['t']): Promise<CustomerServerFrame[]> => {
    const frames = await told(id)
    return frames.some((frame) => frame.t === t) ? frames : [...frames, ...(await until(id, t))]
  }
  const write = (text: string) => {
    const id = world.ids.next()
    return { t: 'command', id, name: 'customer.write', args: { id, body: { kind: 'text', text } } }
  }

  it('R-18-079 carries the frames of a socket, holds a question until there is an answer, and resumes', async () => {
    const id = await open()
    const [welcome] = await until(id, 'welcome')
    if (welcome?.t !== 'welcome') throw new Error('no welcome')
    const held = until(id, 'done')
    expect((await ask('PUT', id, [write('在吗'), write('水壶漏水')])).status).toBe(204)
    expect(JSON.stringify(await held)).toContain('done')
    await ask('DELETE', id)
    expect((await ask('GET', id)).status).toBe(404)
    const again = await open(welcome.token)
    expect(JSON.stringify(await until(again, 'welcome'))).toContain('水壶漏水')
    await ask('DELETE', again)
  })

  it('R-18-079 R-02-304 holds to the limits and rules of sockets', async () => {
    const hello = customerHello({ widgetId: WIDGET, token: null })
    expect((await ask('POST', null, [hello], 'https://evil.example')).status).toBe(400)
    expect((await ask('PUT', 'guessed', [{ t: 'ping' }])).status).toBe(404)
    const bye = async (frame: object) => until(await (await ask('POST', null, [frame])).text(), 'bye')
    expect(await bye({ t: 'ping' })).toMatchObject([{ code: 'bad-frame' }])
    expect(await bye({ ...hello, v: 99 })).toMatchObject([{ code: 'version' }])
    expect(await bye({ ...hello, widgetId: 'no-such-widget' })).toMatchObject([{ code: 'closed-entry' }])
    const id = await open()
    await until(id, 'welcome')
    const many = Array.from({ length: 21 }, (_, index) => write(`m${index}`))
    await ask('PUT', id, many)
    const refused = await until(id, 'refused')
    expect(refused.find(({ t }) => t === 'refused')).toMatchObject({ code: 'rate-limited' })
    await ask('PUT', id, [{ t: 'nonsense' }])
    expect((await until(id, 'bye')).at(-1)).toMatchObject({ code: 'bad-frame' })
    expect((await ask('GET', id)).status).toBe(404)
  })
})
