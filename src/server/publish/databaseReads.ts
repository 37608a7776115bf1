import type { AgentId, Me, OrganizationId, Scope } from '../../protocol/model/index.ts'
import type { SnapshotPart } from '../../protocol/wire/index.ts'
import { agentsOf } from '../db/agents.ts'
import { findListEntry } from '../db/listEntries.ts'
import { readLogRows, readScopeChanges } from '../db/logRows.ts'
import { messagesAfter, messagesBefore } from '../db/messages.ts'
import { logPositionOf, type LogPosition } from '../db/organizations.ts'
import type { Db, ReadDb } from '../db/port.ts'
import { latestSessions } from '../db/sessions.ts'
import { queueFor, waitsFor } from '../db/waitingSessions.ts'
import { createDirectories } from '../engine/directory.ts'
import { agentPresences } from '../snapshot/presences.ts'
import { scopesOf } from '../snapshot/scopesOf.ts'
import { snapshotOf } from '../snapshot/snapshotOf.ts'
import { itemOfRow } from './logItem.ts'
import { nextTurn } from './outlet.ts'
import type { PublishReads } from './publishReads.ts'
import { snapshotFrames } from './snapshotFrames.ts'

/** Newest messages that come with a thread, and the threads they come with; older ones are paged in. */
const MESSAGES_A_THREAD = 30
const THREADS_WITH_MESSAGES = 300
/** Threads that are read in one go, before others have a turn. */
const SCOPES_A_TURN = 100
/** A pending pool holds at most two thousand (R-18-021); places beyond are not counted. */
const LONGEST_QUEUE = 5_000
/** More of them would not move the median by a minute. */
const WAITS_LOOKED_AT = 500
/** Above every number of a message; the column is a 32-bit one. */
const NEWEST = 2_147_483_647

export const createDatabaseReads = (db: Db): PublishReads => {
  const directories = createDirectories()
  /** The organisation's own rows as frames, for as long as nobody changes them. */
  const organizations = new Map<OrganizationId, { configRevision: number; frames: readonly Buffer[] }>()

  const organizationFrames = async (
    read: ReadDb,
    organizationId: OrganizationId,
    agentId: AgentId,
    { revision, configRevision }: LogPosition,
  ): Promise<readonly Buffer[]> => {
    const known = organizations.get(organizationId)
    if (known?.configRevision === configRevision) return known.frames
    const limits = { messagesPerThread: 0, threadsWithMessages: 0 }
    const parts = await snapshotOf(read, organizationId, agentId, ['org'], limits)
    const frames = snapshotFrames(revision, parts).map((frame) => Buffer.from(frame))
    organizations.set(organizationId, { configRevision, frames })
    return frames
  }

  return {
    position: async (organizationId, agentId) =>
      db.snapshot(async (read) => {
        const position = await logPositionOf(read, organizationId)
        if (!position) throw new Error('the organisation is gone')
        const directory = await directories.at(read, organizationId, position.configRevision)
        const known = directory.agents.get(agentId)
        if (!known || known.agent.disabled) throw new Error('the agent is gone')
        const me: Me = {
          organizationId,
          agentId,
          permissions: [...known.permissions],
          groupIds: [...known.groupIds],
        }
        const { epoch, revision } = position
        return { epoch, revision, me, scopes: await scopesOf(read, me) }
      }),

    log: async (organizationId, after, limit) =>
      (await readLogRows(db, organizationId, after, limit)).map(itemOfRow),

    scopeChanges: async (organizationId, agentId, after, upTo) => {
      const ownScope: Scope = `agent:${agentId}`
      return (await readScopeChanges(db, organizationId, ownScope, after, upTo)).map(itemOfRow)
    },

    snapshot: async (organizationId, agentId, wanted) =>
      db.snapshot(async (read) => {
        const position = await logPositionOf(read, organizationId)
        if (!position) throw new Error('the organisation is gone')
        const organization = wanted.includes('org')
          ? await organizationFrames(read, organizationId, agentId, position)
          : []
        const scopes = wanted.filter((scope) => scope !== 'org')
        const parts: SnapshotPart[] = []
        for (let from = 0; from < scopes.length; from += SCOPES_A_TURN) {
          const limits = {
            messagesPerThread: MESSAGES_A_THREAD,
            threadsWithMessages: Math.max(0, THREADS_WITH_MESSAGES - from),
          }
          const some = scopes.slice(from, from + SCOPES_A_TURN)
          parts.push(...(await snapshotOf(read, organizationId, agentId, some, limits)))
          if (scopes.length > SCOPES_A_TURN) await nextTurn()
        }
        return { revision: position.revision, organization, parts }
      }),

    presence: async (organizationId) => agentPresences(db, organizationId),
    agents: async (organizationId) => agentsOf(db, organizationId),
    messagesBefore: async (organizationId, conversationId, before, limit) =>
      messagesBefore(db, organizationId, conversationId, before ?? NEWEST, limit),
    messagesAfter: async (organizationId, conversationId, after, limit) =>
      messagesAfter(db, organizationId, conversationId, after, limit),
    session: async (organizationId, conversationId) =>
      (await latestSessions(db, organizationId, [conversationId]))[0],
    readSeq: async (organizationId, agentId, conversationId) =>
      (await findListEntry(db, organizationId, agentId, conversationId))?.readSeq ?? 0,
    queue: async (organizationId, target) => queueFor(db, organizationId, target, LONGEST_QUEUE),
    waits: async (organizationId, target, since) =>
      waitsFor(db, organizationId, target, since, WAITS_LOOKED_AT),
  }
}
