/**
 * S8: the server is killed under load, and everybody comes back at once.
 *
 * Clients return without waiting, each fetching what it missed. Beside it: how long the same number of bare handshakes
 * takes with the ceiling server.
 */
import { join } from 'node:path'

import type { SeededPair } from '../../tests/support/seedReception.ts'
import { agentHello, customerHello } from '../lib/pairs.ts'
import { startChild, temporaryFolder, type Child } from '../lib/process.ts'
import { clientFrame, openRawClient, type RawClient } from '../lib/rawClient.ts'
import { finding, type Finding } from '../lib/report.ts'
import { sleep } from '../lib/samples.ts'
import type { FoyerServerOptions, FoyerServerReady } from './foyerServer.ts'
import { FOYER_SERVER } from './throughput.ts'

const PAIRS = 1000
const RATE = 1000
const UNDER_LOAD_MS = 3000
const GIVE_UP_MS = 60_000
const BAR = 4

/** What one end has seen of its thread: text → seq, and how far its log is. */
interface End {
  readonly pair: SeededPair
  readonly agent: boolean
  readonly seen: Map<string, number>
  client: RawClient | undefined
  revision: number
  after: number
  caughtUp: () => void
}

export const measureStorm = async (): Promise<Finding[]> => {
  const handshakes = await bareHandshakes()
  const folder = temporaryFolder('storm')
  const first = await start({ folder, seed: { pairs: PAIRS } })
  const { pairs, port } = first.ready
  const ends = pairs.flatMap((pair) => [newEnd(pair, true), newEnd(pair, false)])
  await Promise.all(ends.map(async (end) => comeBack(end, port)))

  const acknowledged = new Set<string>()
  await writeFor(ends, acknowledged, UNDER_LOAD_MS)
  await first.stop('SIGKILL')
  for (const end of ends) end.client?.close()

  const second = await start({ folder, port })
  const from = performance.now()
  await Promise.race([Promise.all(ends.map(async (end) => comeBack(end, port))), sleep(GIVE_UP_MS)])
  const tookMs = performance.now() - from
  await sleep(500)
  const { lost, reordered } = compare(ends, acknowledged)
  for (const end of ends) end.client?.close()
  await second.stop()
  return [
    finding(
      'S8',
      `${ends.length} clients back after SIGKILL under ${RATE}/s; ${acknowledged.size} acknowledged, ${lost} lost, ${reordered} out of order`,
      'ms',
      tookMs,
      handshakes,
      `≤ ${BAR} × bare handshakes, none lost or out of order`,
      (ratio) => ratio <= BAR && lost === 0 && reordered === 0,
    ),
  ]
}

const start = async (options: FoyerServerOptions): Promise<Child<FoyerServerReady>> =>
  startChild(FOYER_SERVER, options)

const newEnd = (pair: SeededPair, agent: boolean): End => ({
  pair,
  agent,
  seen: new Map(),
  client: undefined,
  revision: -1,
  after: 0,
  caughtUp: () => undefined,
})

const bareHandshakes = async (): Promise<number> => {
  const file = join(import.meta.dirname, '../anchors/ceilingServer.ts')
  const child = await startChild<{ port: number }>(file, { folder: temporaryFolder('handshakes') })
  const from = performance.now()
  const clients = await Promise.all(
    Array.from({ length: PAIRS * 2 }, async (_, index) =>
      openRawClient(child.ready.port, `/?id=${index}`, () => undefined),
    ),
  )
  const tookMs = performance.now() - from
  for (const client of clients) client.close()
  await child.stop()
  return tookMs
}

/** Beginnings of frames that bring no messages. */
const IGNORED = ['presence', 'customers', 'snapshot'].map((kind) => Buffer.from(`{"t":"${kind}"`))

/** Resolves when this end has everything up to the present. */
const comeBack = async (end: End, port: number): Promise<void> => {
  const caughtUp = new Promise<void>((resolve) => {
    end.caughtUp = resolve
  })
  end.client = await openRawClient(port, '/ws', (buffer, from, to) => {
    // Parsing what does not count here would keep the generator busier than the server.
    if (IGNORED.some((head) => head.compare(buffer, from, from + head.length) === 0)) return
    receive(end, JSON.parse(buffer.toString('utf8', from, to)) as Frame)
  })
  const { pair, agent, revision, after } = end
  const hello = agent
    ? agentHello(pair, revision < 0 ? null : { epoch: 'bench', revision })
    : customerHello(pair, after)
  send(end, hello)
  await caughtUp
}

const send = (end: End, frame: unknown): void =>
  end.client?.write(clientFrame(Buffer.from(JSON.stringify(frame))))

interface Seen {
  readonly seq: number
  readonly body: { readonly kind: string; readonly text?: string }
}

interface Frame {
  readonly t: string
  readonly id?: string
  readonly revision?: number
  readonly messages?: readonly Seen[]
  readonly entries?: readonly {
    readonly revision: number
    readonly event: string
    readonly payload: { readonly message?: Seen }
  }[]
}

const acknowledgedIds = new Set<string>()

const receive = (end: End, frame: Frame): void => {
  const take = ({ seq, body }: Seen): void => {
    if (body.text !== undefined) end.seen.set(body.text, seq)
    end.after = Math.max(end.after, seq)
  }
  for (const message of frame.messages ?? []) take(message)
  for (const { revision, payload } of frame.entries ?? []) {
    end.revision = Math.max(end.revision, revision)
    if (payload.message) take(payload.message)
  }
  if (frame.t === 'synced') end.revision = Math.max(end.revision, frame.revision ?? 0)
  if (frame.t === 'synced' || (frame.t === 'welcome' && !end.agent)) end.caughtUp()
  if (frame.t === 'done' && frame.id) acknowledgedIds.add(frame.id)
}

const writeFor = async (ends: readonly End[], acknowledged: Set<string>, ms: number): Promise<void> => {
  const from = performance.now()
  let sent = 0
  while (performance.now() - from < ms) {
    const due = Math.floor(((performance.now() - from) / 1000) * RATE)
    for (; sent < due; sent += 1) {
      const end = ends[sent % ends.length]
      if (!end) continue
      const id = `storm-${sent}`
      const body = { kind: 'text', text: id }
      const { conversationId } = end.pair
      send(
        end,
        end.agent
          ? { t: 'command', id, name: 'message.send', args: { conversationId, id, body, seenSeq: null } }
          : { t: 'command', id, name: 'customer.write', args: { id, body } },
      )
    }
    await sleep(1)
  }
  for (const id of acknowledgedIds) acknowledged.add(id)
}

/** Every acknowledged message is seen by both ends of its thread, under one number. */
const compare = (
  ends: readonly End[],
  acknowledged: ReadonlySet<string>,
): { lost: number; reordered: number } => {
  let lost = 0
  let reordered = 0
  const found = new Set<string>()
  for (let index = 0; index < ends.length; index += 2) {
    const [agent, customer] = [ends[index]?.seen, ends[index + 1]?.seen]
    for (const [text, seq] of agent ?? []) {
      const other = customer?.get(text)
      if (other === seq) found.add(text)
      else if (other !== undefined) reordered += 1
    }
  }
  for (const id of acknowledged) if (!found.has(id)) lost += 1
  return { lost, reordered }
}
