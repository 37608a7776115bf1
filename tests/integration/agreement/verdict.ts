/** What must hold when a run has come to rest. */
import { expect } from 'vitest'

import { countsAsLoad } from '../../../src/domain/sessions/transition.ts'
import type { AgentPresence, Message, Session } from '../../../src/protocol/model/index.ts'
import { readLogRows } from '../../../src/server/db/logRows.ts'
import { messagesBefore } from '../../../src/server/db/messages.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION } from '../../support/worldRows.ts'
import { CAPACITY, type Play } from './play.ts'

export interface Figures {
  readonly messages: number
  readonly discarded: number
  readonly revisions: number
}

export const judge = async (play: Play): Promise<Figures> => {
  await coresAgree(play)
  const messages = await nothingLostDoubledOrReordered(play)
  const revisions = await capacityWasNeverExceeded(play)
  return { messages, discarded: play.discarded.size, revisions }
}

/** Each device holds what a new one of the same agent is given, and everybody sees the same colleagues. */
const coresAgree = async ({ world, cores }: Play): Promise<void> => {
  const fresh = new Map<number, WorldCore>()
  for (const { agent } of cores) if (!fresh.has(agent)) fresh.set(agent, await world.core(agent))
  await world.pass(5000)
  const presences = new Set<string>()
  for (const core of cores) {
    expect(core.digest(), core.name).toEqual(fresh.get(core.agent)?.digest())
    const lists = await core.lists()
    expect(lists.watched, `the list of ${core.name}`).toEqual(lists.fresh)
    const seen = await core.client.query('presence.all', {})
    presences.add(JSON.stringify(seen.map(outward).sort((a, b) => (a.agentId < b.agentId ? -1 : 1))))
  }
  expect([...presences]).toHaveLength(1)
}

/** Invisible is told to its owner only. */
const outward = (agent: AgentPresence): AgentPresence => {
  if (agent.presence !== 'invisible') return agent
  const { device: _device, ...shown } = agent
  return { ...shown, presence: 'offline' }
}

const nothingLostDoubledOrReordered = async ({
  world,
  customers,
  written,
  discarded,
}: Play): Promise<number> => {
  let count = 0
  for (const { conversationId } of customers) {
    const messages = await messagesBefore(world.db, ORGANIZATION, conversationId, 1_000_000, 100_000)
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
    const seqs = new Map(messages.map(({ id, seq }) => [id, seq]))
    expect(seqs.size, 'nothing is there twice').toBe(messages.length)
    const own = written.filter((item) => item.conversationId === conversationId)
    const byId = new Map(own.map((item) => [item.id, item]))
    const last = new Map<string, number>()
    for (const { author, id, text } of own) {
      if (discarded.has(id)) continue
      const seq = seqs.get(id)
      expect(seq, `${text} is there`).toBeDefined()
      expect(seq, `${text} is in its place`).toBeGreaterThan(last.get(author) ?? 0)
      last.set(author, seq ?? 0)
    }
    for (const message of messages.filter(isWritten)) {
      expect(message.body, 'nothing is there that nobody wrote').toEqual({
        kind: 'text',
        text: byId.get(message.id)?.text,
      })
    }
    count += messages.length
  }
  return count
}

const isWritten = ({ sender }: Message): boolean => sender.kind !== 'system'

/** Plays the log through: at no revision does an agent have more than fits. */
const capacityWasNeverExceeded = async ({ world }: Play): Promise<number> => {
  const entries = await readLogRows(world.db, ORGANIZATION, 0, 1_000_000)
  const sessions = new Map<string, Session>()
  for (const { event, payload, revision } of entries) {
    if (!event.startsWith('session.')) continue
    const { session } = JSON.parse(payload) as { session: Session }
    sessions.set(session.id, session)
    const load = [...sessions.values()].filter(
      (other) => countsAsLoad(other) && other.handlerId === session.handlerId,
    ).length
    expect(load, `load at revision ${revision}`).toBeLessThanOrEqual(CAPACITY)
  }
  return entries.length
}
