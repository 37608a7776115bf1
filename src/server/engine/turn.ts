import type { EventName, EventPayload } from '../../protocol/events/index.ts'
import type { OrganizationId, Scope } from '../../protocol/model/index.ts'
import { appendLog } from '../db/log.ts'
import { lockCounters, saveCounters, type Counters } from '../db/organizations.ts'
import type { Transaction } from '../db/port.ts'
import type { Directories, Directory } from './directory.ts'
import type { Committed, CommittedEntry, Signal } from './types.ts'

/**
 * What one organisation changes in one transaction: its log entries and signals, numbered in memory.
 *
 * The counter is read once when the turn begins and written once when it ends, however many commands share it.
 */
export interface Turn {
  readonly organizationId: OrganizationId
  readonly tx: Transaction
  /**
   * How far the log is with what was published. No getter: an object literal with one makes a hidden class of its own
   * each time, in memory that is collected seldom, and everything the turn holds stays with it until then.
   */
  revision(): number
  directory(): Promise<Directory>
  publish<N extends EventName>(scope: Scope, event: N, payload: EventPayload<N>, at: number): void
  signal(signal: Signal): void
  /** Where the turn is; `backTo` forgets what was published since. */
  mark(): TurnMark
  backTo(mark: TurnMark): void
  /** Writes the log and the counter. */
  finish(): Promise<void>
  committed(): Committed | null
}

export interface TurnMark {
  readonly entries: number
  readonly signals: number
  readonly configRevision: number
}

/** Begins the turn; undefined: there is no such organisation, and `creates` does not say that one is to be made. */
export const beginTurn = async (
  tx: Transaction,
  organizationId: OrganizationId,
  directories: Directories,
  creates = false,
): Promise<Turn | undefined> => {
  const counters = (await lockCounters(tx, organizationId)) ?? (creates ? BEFORE_THE_FIRST : undefined)
  if (!counters) return undefined
  const first = counters.revision
  let configRevision = counters.config_revision
  const entries: CommittedEntry[] = []
  const signals: Signal[] = []

  return {
    organizationId,
    tx,
    revision: () => first + entries.length,
    directory: async () => directories.at(tx, organizationId, configRevision),
    publish: (scope, event, payload, at) => {
      const revision = first + entries.length + 1
      // One object of the union, put together from its parts: the compiler cannot follow the pairing through N.
      entries.push({
        revision,
        scope,
        event,
        payload,
        at,
        payloadText: JSON.stringify(payload),
      } as unknown as CommittedEntry)
      if (scope === 'org' && !ONLY_TOLD.has(event)) configRevision = revision
    },
    signal: (signal) => {
      signals.push(signal)
    },
    mark: () => ({ entries: entries.length, signals: signals.length, configRevision }),
    backTo: (mark) => {
      entries.length = mark.entries
      signals.length = mark.signals
      if (configRevision !== mark.configRevision) directories.forget(organizationId)
      configRevision = mark.configRevision
    },
    finish: async () => {
      if (entries.length === 0) return
      await appendLog(tx, organizationId, entries)
      await saveCounters(tx, organizationId, {
        revision: first + entries.length,
        config_revision: configRevision,
      })
    },
    committed: () =>
      entries.length === 0 && signals.length === 0
        ? null
        : { organizationId, revision: first + entries.length, entries, signals },
  }
}

/** Everybody hears of it, but it changes no row of the organisation's own: what was read of them still holds. */
const ONLY_TOLD: ReadonlySet<EventName> = new Set(['company-blocks.changed'])

const BEFORE_THE_FIRST: Counters = { revision: 0, config_revision: 0 }
