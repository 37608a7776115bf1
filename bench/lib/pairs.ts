/**
 * Pairs of connections that write to each other: over the ceiling's protocol, or over Foyer's as an agent and the
 * customer of one of the agent's sessions. Connection 2k is the agent, 2k+1 the customer.
 */
import { createLoad, SENDER_WIDTH, STAMP_WIDTH, type Load, type Traffic } from './load.ts'
import {
  clientFrame,
  frameTemplate,
  openRawClient,
  readDigits,
  type FrameTemplate,
  type RawClient,
} from './rawClient.ts'
import { createRandom, messageText, type Random } from './text.ts'

export interface Pairs {
  readonly load: Load
  close(): void
}

/** What the bench server made for one pair. */
export interface Pair {
  readonly agentId: string
  readonly agentToken: string
  readonly customerToken: string
  readonly widgetId: string
  readonly conversationId: string
}

const ID_MARK = '888888888888'
const SAME_ID_MARK = '777777777777'
/** Cannot run together with the digits of the sender before it. */
const STAMP_MARK = `${'9'.repeat(STAMP_WIDTH)}`
const BODY_MARK = '@@'

export const openCeilingPairs = async (port: number, connections: number): Promise<Pairs> =>
  openPairs(connections, async (index, onFrame) => {
    const client = await openRawClient(port, `/?id=${index}`, onFrame)
    const payload = JSON.stringify({ conversation: 1 + (index >> 1), id: `m-${ID_MARK}`, text: '%TEXT%' })
    return { client, payload, marks: [ID_MARK] }
  })

export const openFoyerPairs = async (port: number, pairs: readonly Pair[]): Promise<Pairs> =>
  openPairs(pairs.length * 2, async (index, onFrame) => {
    const pair = pairs[index >> 1]
    if (!pair) throw new Error('no such pair')
    const client = await openRawClient(port, '/ws', onFrame)
    const agent = index % 2 === 0
    client.write(clientFrame(Buffer.from(JSON.stringify(agent ? agentHello(pair) : customerHello(pair)))))
    const body = { kind: 'text', text: '%TEXT%' }
    const args = agent
      ? { conversationId: pair.conversationId, id: `m-${SAME_ID_MARK}`, body, seenSeq: null }
      : { id: `m-${SAME_ID_MARK}`, body }
    const name = agent ? 'message.send' : 'customer.write'
    const payload = JSON.stringify({ t: 'command', id: `m-${ID_MARK}`, name, args })
    return { client, payload, marks: [ID_MARK, SAME_ID_MARK] }
  })

export const agentHello = (pair: Pick<Pair, 'agentId' | 'agentToken'>, resume: unknown = null): unknown => ({
  t: 'hello',
  v: 1,
  as: 'agent',
  token: pair.agentToken,
  device: { id: `device-${pair.agentId}`, kind: 'web', name: 'bench', version: '0' },
  resume,
})

export const customerHello = (pair: Pick<Pair, 'customerToken' | 'widgetId'>, after = 0): unknown => ({
  t: 'hello',
  v: 1,
  as: 'customer',
  widgetId: pair.widgetId,
  token: pair.customerToken,
  after,
  page: { url: '', title: '', referrer: '', language: 'zh-CN' },
})

interface Opened {
  readonly client: RawClient
  /** With `%TEXT%` where the body belongs. */
  readonly payload: string
  readonly marks: readonly string[]
}

type Open = (index: number, onFrame: (buffer: Buffer, start: number, end: number) => void) => Promise<Opened>

let lastId = Date.now() % 1_000_000_000

const openPairs = async (connections: number, open: Open): Promise<Pairs> => {
  const clients: RawClient[] = []
  const templates: { readonly template: FrameTemplate; readonly ids: number }[] = []
  const stampById = new Map<number, number>()
  const random = createRandom(42)
  let traffic: Traffic | undefined
  const load = createLoad(() => {
    if (!traffic) throw new Error('not open yet')
    return traffic
  })
  for (let index = 0; index < connections; index += 1) {
    const { client, payload, marks } = await open(index, (buffer, start, end) => {
      acknowledge(load, stampById, buffer, start, end)
      deliver(load, index, buffer, start, end)
    })
    clients.push(client)
    const stamped = payload.replace('%TEXT%', bodyText(random, index))
    templates.push({ template: frameTemplate(stamped, [...marks, STAMP_MARK]), ids: marks.length })
  }
  traffic = {
    connections,
    send: (connection, stampUs) => {
      lastId += 1
      stampById.set(lastId, stampUs)
      const made = templates[connection]
      if (!made) return
      clients[connection]?.write(
        made.template.make([...Array.from({ length: made.ids }, () => lastId), stampUs]),
      )
    },
  }
  return {
    load,
    close: () => {
      for (const client of clients) client.close()
    },
  }
}

/** 200 bytes that begin with who sent it and when it was due. */
const bodyText = (random: Random, sender: number): string => {
  const head = `${BODY_MARK}${String(sender).padStart(SENDER_WIDTH, '0')}t${STAMP_MARK} `
  return head + messageText(random, 200 - head.length)
}

const DONE = Buffer.from('"done"')
const ID = Buffer.from('"id":"m-')

const acknowledge = (
  load: Load,
  stampById: Map<number, number>,
  buffer: Buffer,
  start: number,
  end: number,
): void => {
  const done = buffer.indexOf(DONE, start)
  if (done < 0 || done > start + 16) return
  const at = buffer.indexOf(ID, start)
  if (at < 0 || at > end) return
  const id = readDigits(buffer, at + ID.length, ID_MARK.length)
  const stamp = stampById.get(id)
  if (stamp === undefined) return
  stampById.delete(id)
  load.acked(stamp)
}

/** Every body that came from the other side; what one wrote oneself comes back too and is not a delivery. */
const deliver = (load: Load, receiver: number, buffer: Buffer, start: number, end: number): void => {
  let at = buffer.indexOf(BODY_MARK, start)
  while (at >= 0 && at < end) {
    const sender = readDigits(buffer, at + 2, SENDER_WIDTH)
    if (sender === (receiver ^ 1))
      load.delivered(sender, readDigits(buffer, at + 3 + SENDER_WIDTH, STAMP_WIDTH))
    at = buffer.indexOf(BODY_MARK, at + 2)
  }
}
