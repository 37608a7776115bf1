import type { Logger } from '../../base/logger.ts'
import type { LogEntry } from '../../protocol/events/index.ts'
import type { AgentId, Me, MessageId, Scope } from '../../protocol/model/index.ts'
import { forgetVersions } from '../store/customers.ts'
import { dropOverlaysUpTo } from '../store/listEntries.ts'
import { clearPool } from '../store/pool.ts'
import {
  advancePosition,
  beginLoad,
  finishLoad,
  readPosition,
  readMe,
  saveMe,
  type Position,
} from '../store/position.ts'
import { showOrHideRemarks } from '../store/privateRemarks.ts'
import { readScopes, saveScope, staleScopes } from '../store/scopes.ts'
import type { Store, Writer } from '../store/store.ts'
import { applyEntry, createBatch, type Batch } from './apply/index.ts'
import { applySnapshot, loseScope } from './apply/snapshot.ts'
import type { LogFrame, SnapshotFrame } from './parseFrame.ts'

/**
 * The cache as a copy of what the server lets this agent see.
 *
 * Each frame is applied in one transaction together with the position it leads to, so that whatever ends the program
 * leaves rows and position in step. Three rules keep the order right:
 * - an entry that was applied already is passed over, by its revision;
 * - the rows of a scope contain the log up to the revision of their snapshot: older entries are passed over, too;
 * - a scope that is followed but whose snapshot has not come holds its entries back, and the position with them, so
 *   that after a break the server tells of that scope again.
 */
export interface Replica {
  /** Where to go on from; null asks for everything. */
  position(): Position | null
  welcome(frame: { readonly epoch: string; readonly mode: 'resumed' | 'resync'; readonly me: Me }): void
  snapshot(frame: SnapshotFrame): void
  log(frame: LogFrame): void
  /** Everything up to `revision` has been told. */
  synced(revision: number): void
  /** Nothing up to `revision` is left to be told. */
  quiet(revision: number): void
  /** Share of a complete load that is done; null while there is none. */
  progress(): number | null
}

/** Called inside each transaction: own messages that arrived leave the outbox together with it. */
export type OnArrived = (writer: Writer, sent: readonly MessageId[], revision: number) => void

export const createReplica = (
  store: Store,
  agentId: AgentId,
  log: Logger,
  onArrived: OnArrived,
  onGap: () => void,
): Replica => {
  const scopes = new Map<Scope, number>()
  /** Followed scopes whose snapshot has not come, with the revision that said so. */
  const awaited = new Map<Scope, number>()
  let early: LogEntry[] = []
  let applied = 0
  let load: { expected: number; brought: number } | null = null
  /** The revision of the entry that is being applied. */
  let current = 0

  /** One transaction. If it fails the caller ends the connection, and the next one begins from what is on the disk. */
  const transact = (body: (batch: Batch) => void): void => {
    const gap = store.write((writer) => {
      const batch = createBatch(writer.cache, (scope, change) => onScope(batch, scope, change), agentId)
      body(batch)
      batch.finish()
      const contained = load ? 0 : Math.min(applied, heldAt())
      onArrived(writer, batch.sent, contained)
      dropOverlaysUpTo(writer.cache, contained)
      return batch.hasGap()
    })
    if (gap) onGap()
  }
  /** The position may not pass the point from which an awaited scope would be told again. */
  const heldAt = (): number => Math.min(...awaited.values()) - 1

  const onScope = (batch: Batch, scope: Scope, change: 'followed' | 'lost'): void => {
    if (change === 'followed') {
      if ((scopes.get(scope) ?? 0) < current) awaited.set(scope, current)
      return
    }
    // Followed again since: a snapshot that came before this entry knows better.
    if ((scopes.get(scope) ?? 0) >= current) return
    awaited.delete(scope)
    scopes.delete(scope)
    early = early.filter((entry) => entry.scope !== scope)
    loseScope(batch, scope)
  }

  const known = (scope: Scope): number | undefined =>
    scopes.get(scope) ?? (scope.startsWith('pool:') ? scopes.get('pool:*') : undefined)
  /** Whether entries of the scope wait for its snapshot. */
  const isHeld = (scope: Scope): boolean =>
    awaited.has(scope) ||
    (known(scope) === undefined && (load !== null || (scope.startsWith('pool:') && awaited.has('pool:*'))))
  /** Scopes everybody has, whether or not a snapshot of them ever came. */
  const isInnate = (scope: Scope): boolean => scope === 'org' || scope === `agent:${agentId}`

  const apply = (batch: Batch, entry: LogEntry): void => {
    const since = known(entry.scope)
    if (since !== undefined ? entry.revision <= since : !isInnate(entry.scope)) return
    current = entry.revision
    applyEntry(batch, entry)
  }
  const receive = (batch: Batch, entry: LogEntry): void => {
    if (entry.revision <= applied) return
    applied = entry.revision
    if (isHeld(entry.scope)) early.push(entry)
    else apply(batch, entry)
  }
  const savePosition = (batch: Batch, revision: number): void => {
    if (!load) advancePosition(batch.db, Math.min(revision, heldAt()))
  }

  return {
    position: () => readPosition(store.cache),
    welcome: ({ epoch, mode, me }) => {
      awaited.clear()
      early = []
      scopes.clear()
      store.write(({ cache }) => {
        if (mode === 'resync') {
          beginLoad(cache, epoch)
          forgetVersions(cache)
        }
        const mayRemark = (one: Me | null): boolean => one?.permissions.includes('remark.private') ?? false
        const before = mayRemark(readMe(cache))
        saveMe(cache, epoch, me)
        if (before !== mayRemark(me)) showOrHideRemarks(cache)
      })
      load = mode === 'resync' ? { expected: 0, brought: 0 } : null
      applied = readPosition(store.cache)?.revision ?? 0
      if (mode === 'resumed')
        for (const [scope, revision] of readScopes(store.cache)) scopes.set(scope, revision)
    },
    snapshot: ({ revision, parts }) => {
      transact((batch) => {
        for (const part of parts) {
          applySnapshot(batch, part)
          // Until its last part has come the scope counts as not told.
          if (part.more) continue
          scopes.set(part.scope, revision)
          awaited.delete(part.scope)
          saveScope(batch.db, part.scope, revision)
          if (load) {
            const thread = part.scope.startsWith('thread:')
            const expected = load.expected + (thread ? 0 : (part.rows.listEntries?.length ?? 0))
            load = { expected, brought: load.brought + Number(thread) }
          }
        }
        const due = early.filter((entry) => !isHeld(entry.scope))
        early = early.filter((entry) => isHeld(entry.scope))
        for (const entry of due) apply(batch, entry)
        savePosition(batch, applied)
      })
    },
    log: ({ entries, unreadable, revision }) => {
      transact((batch) => {
        for (const entry of entries) receive(batch, entry)
        for (const { conversationId, seq } of unreadable) batch.skip(conversationId, seq)
        applied = Math.max(applied, revision)
        savePosition(batch, applied)
      })
    },
    synced: (revision) => {
      transact((batch) => {
        applied = Math.max(applied, revision)
        if (load) {
          for (const scope of staleScopes(batch.db)) loseScope(batch, scope)
          // What was left of a snapshot that broke off belongs to no scope that was told.
          if (!scopes.has('pool:*')) clearPool(batch.db, 'pool:*')
          finishLoad(batch.db, applied)
          log.info('everything was loaded', { scopes: scopes.size })
        }
        load = null
        awaited.clear()
        early = []
        savePosition(batch, applied)
      })
    },
    quiet: (revision) => {
      if (revision > applied && !load) transact((batch) => savePosition(batch, revision))
    },
    progress: () => (load ? (load.expected > 0 ? Math.min(1, load.brought / load.expected) : 0) : null),
  }
}
