import { describe, expect, it } from 'vitest'

import { share } from '../../base/patch.ts'
import { ok } from '../../base/result.ts'
import type { ClientApi, FromHost, ToHost } from '../../client/api.ts'
import { serveClient } from '../../client/host/index.ts'
import type { ConversationId, MessageId } from '../../protocol/model/index.ts'
import { createRemoteClient, type WindowPort } from './remoteClient.ts'

/** A core of which the test decides the answers, served over a line that copies like a real one. */
const hostCore = (answers: Record<string, unknown>) => {
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  const client = {
    run: (name: string) =>
      name === 'connection.retry' ? new Promise(() => undefined) : Promise.resolve(ok(name)),
    query: async (name: string) => answers[name],
    subscribe: (name: string, _args: unknown, listener: (value: unknown) => void) => {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      queueMicrotask(() => listener(answers[name]))
      return () => set.delete(listener)
    },
  } as unknown as ClientApi
  const toWindow = new Set<(message: FromHost) => void>()
  const toHost = new Set<(message: ToHost) => void>()
  const pass = <T>(targets: Set<(message: T) => void>, message: T): void => {
    const copy = structuredClone(message)
    queueMicrotask(() => targets.forEach((target) => target(copy)))
  }
  const port: WindowPort = {
    send: (message) => pass(toHost, message),
    listen: (listener) => {
      toWindow.add(listener)
      return () => toWindow.delete(listener)
    },
  }
  const serve = (): (() => void) =>
    serveClient(client, {
      send: (message) => pass(toWindow, message),
      listen: (listener) => {
        toHost.add(listener)
        return () => toHost.delete(listener)
      },
    })
  return {
    port,
    serve,
    say: (message: FromHost) => pass(toWindow, message),
    publish: (name: string, value: unknown) => {
      answers[name] = share(answers[name], value)
      listeners.get(name)?.forEach((listener) => listener(answers[name]))
    },
    count: (name: string) => listeners.get(name)?.size ?? 0,
  }
}

const TEXT = { kind: 'text', text: 'one moment' } as const
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
const rows = (count: number): { id: string; n: number }[] =>
  Array.from({ length: count }, (_, n) => ({ id: `r${n}`, n }))

describe('the core over a line', () => {
  it('waits until the core is there, then asks what was wanted meanwhile', async () => {
    const remote = createRemoteClient()
    const core = hostCore({ 'setting.get': { value: 1 } })
    const asked = remote.query('setting.get', { key: 'a' })
    const command = remote.run('connection.retry', {})
    const heard: unknown[] = []
    remote.subscribe('setting.get', { key: 'a' }, (value) => heard.push(value))
    remote.attach(core.port)
    await settled()
    expect(heard).toEqual([])
    core.serve()
    await settled()
    expect(await asked).toEqual({ value: 1 })
    expect(await Promise.race([command, Promise.resolve('sent and not yet answered')])).toBe(
      'sent and not yet answered',
    )
    expect(heard).toEqual([{ value: 1 }])
    expect(remote.ownership.get()).toBe('here')
  })

  it('keeps the identity of unchanged rows', async () => {
    const remote = createRemoteClient()
    const core = hostCore({ 'outbox.list': rows(50) })
    remote.attach(core.port)
    core.serve()
    const heard: (readonly unknown[])[] = []
    remote.subscribe('outbox.list', {}, (value) => heard.push(value))
    await settled()
    core.publish(
      'outbox.list',
      rows(50).map((row) => (row.n === 3 ? { ...row, n: -1 } : row)),
    )
    await settled()
    expect(heard).toHaveLength(2)
    expect(heard[1]?.filter((row, n) => row !== heard[0]?.[n])).toEqual([{ id: 'r3', n: -1 }])
  })

  it('goes on over a new line, telling only what is different', async () => {
    const remote = createRemoteClient()
    const first = hostCore({ 'outbox.list': rows(3) })
    remote.attach(first.port)
    first.serve()
    const heard: unknown[] = []
    remote.subscribe('outbox.list', {}, (value) => heard.push(value))
    await settled()
    const command = remote.run('connection.retry', {})
    await settled()
    const second = hostCore({ 'outbox.list': rows(3) })
    remote.attach(second.port)
    second.serve()
    expect(await command).toEqual({ ok: false, code: 'timeout' })
    await settled()
    expect(heard).toHaveLength(1)
    second.publish('outbox.list', rows(4))
    await settled()
    expect(heard).toHaveLength(2)
  })

  it('asks again for what is only written down when the core failed before it answered', async () => {
    const remote = createRemoteClient()
    const args = { id: 'm1' as MessageId, conversationId: 'c1' as ConversationId, body: TEXT, seenSeq: null }
    const silent: ToHost[] = []
    remote.attach({ send: (message) => silent.push(message), listen: () => () => undefined })
    const sent = remote.run('message.send', args)
    const core = hostCore({})
    remote.attach(core.port)
    core.serve()
    expect(await sent).toEqual(ok('message.send'))
  })

  it('ends at the core what nobody listens to any more', async () => {
    const remote = createRemoteClient()
    const core = hostCore({ 'pool.count': { waiting: 1 } })
    remote.attach(core.port)
    core.serve()
    await settled()
    const end = remote.subscribe('pool.count', {}, () => undefined)
    await settled()
    expect(core.count('pool.count')).toBe(1)
    end()
    await settled()
    expect(core.count('pool.count')).toBe(0)
  })

  it('tells who has the core', async () => {
    const remote = createRemoteClient()
    const core = hostCore({})
    remote.attach(core.port)
    const states: string[] = []
    remote.ownership.listen(() => states.push(remote.ownership.get()))
    core.say({ kind: 'ownership', ownership: 'elsewhere' })
    await settled()
    core.serve()
    await settled()
    expect(states).toEqual(['elsewhere', 'here'])
  })
})
