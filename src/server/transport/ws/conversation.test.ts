import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AgentClient } from '../../../../tests/support/agentClient.ts'
import { customerHello } from '../../../../tests/support/customerClient.ts'
import { connectFrames } from '../../../../tests/support/frameClient.ts'
import { startServerWorld, WIDGET, type ServerWorld } from '../../../../tests/support/serverWorld.ts'

describe('a conversation over the wire', () => {
  let world: ServerWorld
  beforeAll(async () => {
    world = await startServerWorld()
  })
  afterAll(async () => {
    await world.dispose()
  })

  const send = async (agent: AgentClient, conversationId: unknown, text: string) => {
    const id = world.ids.next()
    const args = { conversationId, id, body: { kind: 'text', text }, seenSeq: null }
    return agent.run('message.send', args, id)
  }

  it('R-18-014 brings a customer to an agent and back, with outward names and no internal line', async () => {
    const anna = await world.agent('anna')
    await anna.synced()
    const customer = await world.customer()
    expect(customer.welcome).toMatchObject({ state: { session: 'none' }, settings: { company: 'Qimu' } })

    expect(await customer.write('我的水壶漏水')).toMatchObject({ t: 'done' })
    const followed = await anna.event('scope.followed')
    const part = await anna.part(followed.scope)
    expect(part.rows.messages?.map(({ body }) => body)).toContainEqual({ kind: 'text', text: '我的水壶漏水' })
    const conversationId = part.rows.conversations?.[0]?.id

    expect(await send(anna, conversationId, 'Sorry to hear that')).toMatchObject({ t: 'done' })
    const seen = await customer.message(({ from }) => from === 'agent')
    expect(seen).toMatchObject({ name: 'Desk 1', body: { kind: 'text', text: 'Sorry to hear that' } })
    await customer.stateWith(({ session, agent }) => session === 'active' && agent?.name === 'Desk 1')

    await customer.write('Thanks')
    await anna.event('message.sent', ({ message }) => JSON.stringify(message.body).includes('Thanks'))
    const everything = JSON.stringify(customer.frames)
    for (const secret of ['Real name', 'session-started', 'epoch-1', '"anna"'])
      expect(everything).not.toContain(secret)
    await anna.close()
    await customer.close()
  })

  it('R-18-027 shows a second tab the same thread, and every message to both', async () => {
    const first = await world.customer()
    await first.write('one')
    const second = await world.customer({ token: first.welcome.token })
    expect(second.welcome.messages.map(({ body }) => body)).toContainEqual({ kind: 'text', text: 'one' })
    await second.write('two')
    const seen = await first.message(({ body }) => body.kind === 'text' && body.text === 'two')
    expect(seen.from).toBe('me')
    const back = await world.customer({ token: first.welcome.token, after: seen.seq })
    expect(back.welcome.messages).toEqual([])
    await Promise.all([first.close(), second.close(), back.close()])
  })

  it('R-18-051 a newcomer whose welcome is lost comes back as the same visitor', async () => {
    const secret = world.ids.secret(32)
    const lost = await connectFrames(world.url, world.ids)
    lost.send(customerHello({ widgetId: WIDGET, secret }))
    const meanwhile = await world.customer({ secret })
    await lost.next((frame) => (frame as { t: string }).t === 'welcome')
    await lost.close()
    await meanwhile.write('still me')
    const back = await world.customer({ secret })
    expect(back.welcome.token).toBe(meanwhile.welcome.token)
    expect(back.welcome.messages.map(({ body }) => body)).toContainEqual({ kind: 'text', text: 'still me' })
    const other = await world.customer({ secret: world.ids.secret(32) })
    expect(other.welcome.messages).toEqual([])
    await Promise.all([meanwhile.close(), back.close(), other.close()])
  })

  it('R-18-036 loads older messages thirty at a time, each once and in order', async () => {
    const wide = await startServerWorld({ config: { limitScale: 100 } })
    const customer = await wide.customer()
    const texts = Array.from({ length: 75 }, (_, index) => `m${index}`)
    for (const text of texts) await customer.write(text)
    const again = await wide.customer({ token: customer.welcome.token })
    expect(again.welcome).toMatchObject({ more: true })
    expect(again.welcome.messages).toHaveLength(30)
    let loaded = [...again.welcome.messages]
    for (let more = true; more;) {
      const before = loaded[0]?.seq ?? 0
      again.send({ t: 'older', before })
      const page = await again.next(
        (frame) => frame.t === 'older' && (frame.messages.at(-1)?.seq ?? 0) < before,
      )
      if (page.t !== 'older') throw new Error('not a page')
      expect(page.messages.length).toBeLessThanOrEqual(30)
      loaded = [...page.messages, ...loaded]
      more = page.more
    }
    const own = loaded.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))
    expect(own).toEqual(texts)
    await wide.dispose()
  })

  it('tells a waiting customer the place, and moves it when somebody before leaves', async () => {
    const quiet = await startServerWorld()
    const first = await quiet.customer()
    await first.write('first')
    await first.stateWith(({ session, place }) => session === 'pending' && place === 1)
    const second = await quiet.customer()
    await second.write('second')
    await second.stateWith(({ session, place }) => session === 'pending' && place === 2)
    await first.run('customer.leave', {})
    await second.stateWith(({ place }) => place === 1)
    await quiet.dispose()
  })

  it('relays typing both ways, only within the thread', async () => {
    const ben = await world.agent('ben')
    const anna = await world.agent('anna')
    await Promise.all([ben.synced(), anna.synced()])
    const customer = await world.customer()
    await customer.write('hello')
    const state = await customer.stateWith(({ agent }) => agent !== null)
    const [handler, other] = state.agent?.name === 'Desk 1' ? [anna, ben] : [ben, anna]
    const { scope } = await handler.event('scope.followed', ({ scope: gained }) =>
      gained.startsWith('thread:'),
    )
    const conversationId = scope.slice('thread:'.length)
    await handler.part(scope)
    customer.send({ t: 'typing', on: true })
    await handler.next((frame) => frame.t === 'typing' && frame.conversationId === conversationId && frame.on)
    handler.send({ t: 'typing', conversationId, on: true })
    await customer.next((frame) => frame.t === 'typing' && frame.on)
    await handler.next((frame) => frame.t === 'customers' && frame.online[conversationId as never] === true)
    other.send({ t: 'typing', conversationId, on: false })
    await other.run('read.advance', { conversationId, seq: 1 })
    expect(customer.frames.filter((frame) => frame.t === 'typing')).toHaveLength(1)
    await Promise.all([ben.close(), anna.close(), customer.close()])
  })

  it('R-06-061 a write that is repeated after a lost answer stands once', async () => {
    const customer = await world.customer()
    const id = world.ids.next()
    const first = await customer.write('only once', id)
    const again = await world.customer({ token: customer.welcome.token })
    expect(await again.write('only once', id)).toMatchObject({
      t: 'done',
      result: (first as { result: unknown }).result,
    })
    expect(again.messages().filter(({ id: seen }) => seen === id)).toHaveLength(1)
    await Promise.all([customer.close(), again.close()])
  })
})
