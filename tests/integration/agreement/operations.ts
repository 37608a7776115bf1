/** What may happen in a run. Each is a small step; what it waits for goes on while other things happen. */
import type { ConversationRow } from '../../../src/client/api.ts'
import type { MessageId } from '../../../src/protocol/model/index.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { TAGS } from '../../support/worldRows.ts'
import type { Play } from './play.ts'

type Operation = (play: Play) => Promise<void>

const someCore = ({ world, cores }: Play): WorldCore | null => {
  const core = world.random.pick(cores)
  return core.running ? core : null
}

const someRow = async (
  { world }: Play,
  core: WorldCore,
  filter: 'in-session' | 'all',
): Promise<ConversationRow | null> => {
  const rows = await core.client.query('conversations.list', { filter })
  return rows.length > 0 ? world.random.pick(rows) : null
}

/** For one agent's device and one conversation of theirs. */
const withRow =
  (
    filter: 'in-session' | 'all',
    step: (play: Play, core: WorldCore, row: ConversationRow) => Promise<void>,
  ): Operation =>
  async (play) => {
    const core = someCore(play)
    const row = core && (await someRow(play, core, filter))
    if (row) await step(play, core, row)
  }

/** Begins a command and does not wait: its answer may be long in coming. A command that throws fails the run. */
const begin = (command: Promise<unknown>): void => {
  void command
}

const customerWrites: Operation = async (play) => {
  if (!play.serverIsUp) return
  const { world, customers, written } = play
  const customer = world.random.pick(customers)
  const id = world.ids.next() as MessageId
  const text = play.nextText(customer.customerId)
  const outcome = await world.write(customer, text, id)
  if (!outcome.ok) throw new Error(`a customer could not write: ${outcome.code}`)
  written.push({ author: customer.customerId, conversationId: customer.conversationId, id, text })
  // As after a lost answer.
  if (world.random.chance(0.2)) await world.write(customer, text, id)
}

const customerLeaves: Operation = async ({ world, customers, serverIsUp }) => {
  if (serverIsUp) await world.act(world.random.pick(customers), 'customer.leave', {})
}

const customerReads: Operation = async ({ world, customers, serverIsUp }) => {
  const deliveredSeq = world.random.int(1, 20)
  const readSeq = world.random.int(0, deliveredSeq)
  if (serverIsUp)
    await world.act(world.random.pick(customers), 'customer.acknowledge', { deliveredSeq, readSeq })
}

const agentSends = withRow('all', async (play, core, row) => {
  const text = play.nextText(core.name)
  const seenSeq = play.world.random.chance(0.5) ? (row.preview?.seq ?? null) : null
  const id = await core.send(row.id, text, seenSeq)
  play.written.push({ author: core.name, conversationId: row.id, id, text })
})

const accepts: Operation = async (play) => {
  const core = someCore(play)
  const pool = (await core?.client.query('pool.list', { filter: 'all', sort: 'longest' }))?.entries
  if (core && pool && pool.length > 0) {
    const { sessionId } = play.world.random.pick(pool)
    begin(core.client.run('session.accept', { sessionId }))
  }
}

const ends = withRow('in-session', async (_, core, row) => {
  const view = await core.client.query('conversation.get', { conversationId: row.id })
  if (!view?.session) return
  const { id, version } = view.session
  begin(core.client.run('session.end', { sessionId: id, version, lastSeq: view.conversation.lastSeq }))
})

const edits = withRow('all', async (play, core, row) => {
  const view = await core.client.query('conversation.get', { conversationId: row.id })
  if (!view) return
  const { id, version } = view.customer
  const fields = { name: play.nextText('name') }
  begin(core.client.run('customer.edit', { customerId: id, version, fields }))
})

const tags = withRow('all', async ({ world }, core, row) => {
  const [add, remove] = world.random.sample(TAGS, 2)
  if (!add || !remove || row.customerId === null) return
  begin(core.client.run('customer.tag', { customerId: row.customerId, add: [add], remove: [remove] }))
})

const reads = withRow('all', async ({ world }, core, row) => {
  const seq = world.random.int(0, row.preview?.seq ?? 0)
  begin(core.client.run('read.advance', { conversationId: row.id, seq }))
})

const pins = withRow('all', async ({ world }, core, row) => {
  begin(core.client.run('list-entry.pin', { conversationId: row.id, pinned: world.random.chance(0.5) }))
})

const removes = withRow('all', async (_, core, row) => {
  begin(core.client.run('list-entry.remove', { conversationId: row.id }))
})

const switchesReception: Operation = async (play) => {
  const core = someCore(play)
  if (core) begin(core.client.run('reception.set', { on: play.world.random.chance(0.7) }))
}

const choosesPresence: Operation = async (play) => {
  const presence = play.world.random.pick(['online', 'online', 'busy', 'suspended', 'invisible'] as const)
  const core = someCore(play)
  if (core) begin(core.client.run('presence.set', { presence }))
}

/** Decides about messages that failed: once more, or never. */
const decides: Operation = async (play) => {
  const core = someCore(play)
  if (!core) return
  const failed = (await core.client.query('outbox.list', {})).find(({ state }) => state === 'failed')
  if (!failed) return
  if (play.world.random.chance(0.5)) await core.client.run('outbox.retry', { id: failed.id, force: true })
  else await discard(play, core, failed.id)
}

export const discard = async (play: Play, core: WorldCore, id: MessageId): Promise<void> => {
  play.discarded.add(id)
  await core.client.run('outbox.discard', { id })
}

const loadsHistory = withRow('all', async (_, core, row) => {
  begin(core.client.run('history.load', { conversationId: row.id }))
})

const cuts: Operation = async (play) => {
  const core = someCore(play)
  for (const line of play.world.network.lines(core?.name ?? '-')) line.cut()
}

const holds: Operation = async ({ world }) => {
  const lines = world.network.lines()
  if (lines.length === 0) return
  const line = world.random.pick(lines)
  line.hold(...world.random.pick([['up'], ['down'], ['up', 'down']] as const))
}

const releases: Operation = async ({ world }) => {
  for (const line of world.network.lines()) line.release()
}

const goesSilent: Operation = async (play) => {
  const core = someCore(play)
  for (const line of play.world.network.lines(core?.name ?? '-')) line.goSilent()
}

const goesOffline: Operation = async (play) => {
  someCore(play)?.goOffline()
}

const comesBack: Operation = async (play) => {
  await someCore(play)?.comeBack()
}

const stopsCore: Operation = async (play) => {
  await someCore(play)?.stop()
}

const startsCore: Operation = async ({ world, cores }) => {
  const core = world.random.pick(cores)
  if (!core.running) core.start()
}

const stopsServer: Operation = async (play) => {
  if (!play.serverIsUp) return
  await play.world.stopServer()
  play.serverIsUp = false
}

const startsServer: Operation = async (play) => {
  if (play.serverIsUp) return
  await play.world.startServer()
  play.serverIsUp = true
}

const timePasses: Operation = async ({ world }) => {
  await world.pass(
    world.random.weighted([
      [50, 6],
      [1_000, 4],
      [5_000, 2],
      [40_000, 1],
      [700_000, 0.1],
    ]),
  )
}

const OPERATIONS: readonly (readonly [Operation, number])[] = [
  [customerWrites, 14],
  [customerLeaves, 1],
  [customerReads, 2],
  [agentSends, 16],
  [accepts, 6],
  [ends, 5],
  [edits, 3],
  [tags, 3],
  [reads, 4],
  [pins, 2],
  [removes, 4],
  [switchesReception, 3],
  [choosesPresence, 2],
  [decides, 4],
  [loadsHistory, 1],
  [cuts, 3],
  [holds, 4],
  [releases, 5],
  [goesSilent, 1],
  [goesOffline, 2],
  [comesBack, 4],
  [stopsCore, 2],
  [startsCore, 6],
  [stopsServer, 1],
  [startsServer, 10],
  [timePasses, 16],
]

export const doSomething = async (play: Play): Promise<void> => {
  await play.world.random.weighted(OPERATIONS)(play)
}
