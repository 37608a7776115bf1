import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import { refuse, type Result } from '../../base/result.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import { storageFailureOf } from '../db/dialect.ts'
import type { Db, Transaction } from '../db/port.ts'
import type { Directories } from './directory.ts'
import { TakeBack } from './takeBack.ts'
import { beginTurn, type Turn } from './turn.ts'
import type { CommandOutcome, Committed } from './types.ts'

/** More than this in one commit makes the first wait too long for the last. */
const LARGEST_BATCH = 256

/** One piece of work that waits for its organisation's turn. */
export interface Job {
  readonly organizationId: OrganizationId
  /** For the log of the server only. */
  readonly name: string
  /** The organisation itself is made by it. */
  readonly creates?: boolean
  work(turn: Turn): Promise<Result<unknown>>
  answer(outcome: CommandOutcome): void
}

export interface Lane {
  push(job: Job): void
  /** Resolves when nothing waits. */
  idle(): Promise<void>
}

export interface LaneOptions {
  readonly db: Db
  readonly directories: Directories
  readonly ids: Ids
  readonly log: Logger
  readonly committed: (committed: Committed) => void
}

/** Commits together what waits together; see the header of `createEngine`. */
export const createLane = ({ db, directories, ids, log, committed }: LaneOptions): Lane => {
  let waiting: Job[] = []
  let running: Promise<void> | undefined

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      // After the sockets that are ready in this turn of the loop have been read, so that they share the commit.
      await new Promise((resolve) => setImmediate(resolve))
      const batch = waiting.slice(0, LARGEST_BATCH)
      waiting = waiting.slice(LARGEST_BATCH)
      await commit(batch)
    }
    running = undefined
  }

  const commit = async (batch: readonly Job[]): Promise<void> => {
    let done: { readonly outcomes: readonly CommandOutcome[]; readonly turns: readonly Turn[] }
    try {
      done = await write(batch)
    } catch (error) {
      for (const job of batch) directories.forget(job.organizationId)
      const cause = storageFailureOf(error) ?? 'storage'
      log.error('commit failed', { cause, commands: batch.length, ...reasonOf(error) })
      for (const job of batch) job.answer(refuse('unavailable', { cause }))
      return
    }
    for (const turn of done.turns) {
      const change = turn.committed()
      if (change) committed(change)
    }
    batch.forEach((job, index) => {
      job.answer(done.outcomes[index] ?? refuse('internal'))
    })
  }

  /**
   * Nearly always nothing has to be undone, and a savepoint for each command would cost a third of what its rows cost.
   * So the batch goes without; if a command fails after it wrote, the whole batch is undone and decided again, with them.
   */
  const write = async (batch: readonly Job[]) => {
    try {
      return await db.transaction(async (tx) => runBatch(tx, batch, runLightly))
    } catch (error) {
      if (!(error instanceof UndoNeeded)) throw error
      for (const job of batch) directories.forget(job.organizationId)
      return db.transaction(async (tx) => runBatch(tx, batch, runUndoably))
    }
  }

  const runBatch = async (tx: Transaction, batch: readonly Job[], runJob: RunJob) => {
    const turns = new Map<OrganizationId, Turn>()
    const outcomes: CommandOutcome[] = []
    for (const job of batch) {
      const begun = turns.get(job.organizationId)
      const turn = begun ?? (await beginTurn(tx, job.organizationId, directories, job.creates))
      const outcome: CommandOutcome = turn ? await runJob(turn, job) : refuse('not-found')
      if (turn && !begun && (outcome.ok || !job.creates)) turns.set(job.organizationId, turn)
      outcomes.push(outcome)
    }
    for (const turn of turns.values()) await turn.finish()
    return { outcomes, turns: [...turns.values()] }
  }

  const runLightly: RunJob = async (turn, job) => {
    const mark = turn.mark()
    const { writes } = turn.tx
    try {
      const result = await job.work(turn)
      if (!result.ok) {
        if (turn.tx.writes !== writes) throw new UndoNeeded()
        turn.backTo(mark)
      }
      return done(turn, result)
    } catch (error) {
      if (storageFailureOf(error)) throw error
      // PostgreSQL goes on after a failed statement only from a savepoint.
      if (turn.tx.writes !== writes || !(error instanceof TakeBack)) throw new UndoNeeded()
      turn.backTo(mark)
      return done(turn, await error.answer())
    }
  }

  const runUndoably: RunJob = async (turn, job) => {
    const mark = turn.mark()
    try {
      const result = await turn.tx.savepoint(
        () => job.work(turn),
        ({ ok }) => ok,
      )
      if (!result.ok) turn.backTo(mark)
      return done(turn, result)
    } catch (error) {
      // The whole transaction is lost, and with it the commands before this one.
      if (storageFailureOf(error)) throw error
      turn.backTo(mark)
      if (error instanceof TakeBack) return done(turn, await error.answer())
      const errorId = ids.secret(6)
      log.error('command failed', { errorId, command: job.name, ...reasonOf(error) })
      return refuse('internal', { errorId })
    }
  }

  return {
    push: (job) => {
      waiting.push(job)
      running ??= drain()
    },
    idle: async () => {
      while (running) await running
    },
  }
}

type RunJob = (turn: Turn, job: Job) => Promise<CommandOutcome>

/** A command that must not take effect has written something already. */
class UndoNeeded extends Error {}

const done = (turn: Turn, result: Result<unknown>): CommandOutcome =>
  result.ok ? { ok: true, value: { result: result.value, revision: turn.revision() } } : result

/** What the log may hold of an error: never the values of a statement. */
const reasonOf = (error: unknown): { reason: string; stack?: string } =>
  error instanceof Error
    ? { reason: error.message, ...(error.stack ? { stack: error.stack } : {}) }
    : { reason: String(error) }
