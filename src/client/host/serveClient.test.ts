import { describe, expect, it, vi, type Mock } from 'vitest'

import { applyPatch, share } from '../../base/patch.ts'
import { ok } from '../../base/result.ts'
import type { ClientApi, FromHost, ToHost } from '../api.ts'
import { parseMessage, type HostPort } from './port.ts'
import { serveClient } from './serveClient.ts'

const setup = (): {
  sent: FromHost[]
  say: (message: ToHost) => void
  publish: (value: unknown) => void
  ended: Mock<() => void>
  stop: () => void
} => {
  let listener: (value: unknown) => void = () => undefined
  const ended = vi.fn<() => void>()
  const client = {
    run: async () => ok({ done: true }),
    query: async (name: string) => {
      if (name === 'pool.count') throw new Error('broken')
      return { value: name }
    },
    subscribe: (_name: string, _args: unknown, heard: (value: unknown) => void) => {
      listener = heard
      return ended
    },
  } as unknown as ClientApi
  const sent: FromHost[] = []
  let heard: (message: ToHost) => void = () => undefined
  const port: HostPort = {
    send: (message) => {
      if (message.kind !== 'ownership') sent.push(structuredClone(message))
    },
    listen: (wanted) => {
      heard = wanted
      return () => undefined
    },
  }
  const stop = serveClient(client, port)
  return { sent, say: (message) => heard(message), publish: (value) => listener(value), ended, stop }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('a core served over a port', () => {
  it('answers what was asked, and tells a bug from an answer', async () => {
    const { sent, say } = setup()
    say({ kind: 'run', id: 1, name: 'connection.retry', args: {} })
    say({ kind: 'query', id: 2, name: 'setting.get', args: {} })
    say({ kind: 'query', id: 3, name: 'pool.count', args: {} })
    say({ kind: 'query', id: 4, name: 'toString' as 'pool.count', args: {} })
    await settled()
    expect(sent).toContainEqual({ kind: 'answer', id: 1, value: ok({ done: true }) })
    expect(sent).toContainEqual({ kind: 'answer', id: 2, value: { value: 'setting.get' } })
    expect(sent).toContainEqual({ kind: 'failed', id: 3, message: 'broken' })
    expect(sent).toContainEqual({ kind: 'failed', id: 4, message: 'there is no such query' })
  })

  it('sends one row when one of two thousand changed, and never more than one message ahead', () => {
    const { sent, say, publish } = setup()
    const first = Array.from({ length: 2000 }, (_, n) => ({ id: `r${n}`, n }))
    say({ kind: 'subscribe', id: 7, name: 'conversations.list', args: {} })
    publish(first)
    const second = share(
      first,
      first.map((row) => ({ ...row, n: row.n === 5 ? -1 : row.n })),
    )
    const third = share(
      second,
      second.map((row) => ({ ...row, n: row.n === 6 ? -2 : row.n })),
    )
    publish(second)
    publish(third)
    expect(sent).toHaveLength(1)
    say({ kind: 'taken', id: 7 })
    expect(sent).toHaveLength(2)
    const message = sent[1]
    if (message?.kind !== 'patch') throw new Error('a patch was expected')
    expect(JSON.stringify(message.patch).length).toBeLessThan(200)
    expect(applyPatch(first, message.patch)).toEqual(third)
    say({ kind: 'taken', id: 7 })
    expect(sent).toHaveLength(2)
  })

  it('ends subscriptions when asked, and all of them at the end', () => {
    const { sent, say, publish, ended, stop } = setup()
    say({ kind: 'subscribe', id: 1, name: 'pool.count', args: {} })
    say({ kind: 'unsubscribe', id: 1 })
    expect(ended).toHaveBeenCalledTimes(1)
    publish({ waiting: 1 })
    expect(sent).toEqual([])
    say({ kind: 'subscribe', id: 2, name: 'pool.count', args: {} })
    stop()
    expect(ended).toHaveBeenCalledTimes(2)
  })

  it('passes over what is not shaped as agreed', () => {
    expect(parseMessage(null)).toBeNull()
    expect(parseMessage({ kind: 'run', id: 'x', name: 'a', args: {} })).toBeNull()
    expect(parseMessage({ kind: 'run', id: 1, name: 'a', args: null })).toBeNull()
    expect(parseMessage({ kind: 'erase', id: 1, name: 'a', args: {} })).toBeNull()
    expect(parseMessage({ kind: 'taken', id: 1, more: 1 })).toEqual({ kind: 'taken', id: 1 })
  })
})
