/**
 * The engine: the write path of the server, in prose.
 *
 * A command arrives with the principal the transport has proved. It is parsed by its declaration at once; what is
 * malformed is refused before it takes anybody's turn. Then it waits in a lane. With SQLite there is one lane, because
 * there is one writer; with PostgreSQL there is one for each organisation, whose counter row is locked first in every
 * transaction, on whatever node. So commands of one organisation are decided one after another, and "exactly one winner"
 * and "never above capacity" need no further care.
 *
 * What waits together is committed together. The lane sleeps until the next turn of the event loop, so that all sockets
 * that are ready have been read, takes up to 256 commands, and runs them in one transaction. A refused or failed command
 * takes back its own rows and nobody else's: if it has written any, the batch is decided again with a savepoint for each. The batch grows with the load by itself;
 * when nothing else comes a command waits for no timer.
 *
 * A command meets, in this order: its permission, from the roles as they are now; the answer it got
 * before, if its permanent id is known; its handler, which reads rows, lets a pure function of `domain` decide, and
 * writes rows. Log entries are collected in memory with the organisation's next revisions and written with its
 * counter once at the end of the batch.
 *
 * After the commit, and never before, listeners hear what changed, in order of revision, and then every command of the
 * batch gets its answer. If the commit fails nothing of the batch is kept and every command of it is told so
 * (`unavailable`); the clients send the same ids again.
 */
import type { Clock } from '../../base/clock.ts'
import { createEmitter } from '../../base/emitter.ts'
import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import { internalHandlers } from '../commands/internal/index.ts'
import { storageFailureOf } from '../db/dialect.ts'
import type { Db } from '../db/port.ts'
import type { LanguageTrial } from '../language/languageTrial.ts'
import type { TranslateText } from '../language/textTranslator.ts'
import { runQuery } from '../queries/index.ts'
import {
  NO_LANGUAGE_TRIAL,
  NO_ROUTERS,
  NO_TRANSLATION,
  type FileLinks,
  type MessageSearch,
  type RouterQuestions,
} from '../queries/ports.ts'
import { NO_VISITORS, type VisitorList } from '../visits/visitBook.ts'
import { createDirectories } from './directory.ts'
import { createLane, type Lane } from './lane.ts'
import { parseRequest, runCommand } from './runCommand.ts'
import type { Turn } from './turn.ts'
import type { CommandOutcome, Committed, Engine, InternalCommands, InternalName, Principal } from './types.ts'
import { createWork, type Work } from './work.ts'

export interface EngineOptions {
  readonly db: Db
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  /** Null: messages are not searched on this server. */
  readonly search: MessageSearch | null
  readonly files: FileLinks
  readonly visitors?: VisitorList
  readonly routers?: RouterQuestions
  readonly tryLanguage?: LanguageTrial
  readonly translateText?: TranslateText
  /** Sessions a customer may ask for in an hour without an agent's answer; any number unless said. */
  readonly mostRequests?: number
}

export const createEngine = ({
  db,
  clock,
  ids,
  log,
  search,
  files,
  visitors = NO_VISITORS,
  routers = NO_ROUTERS,
  tryLanguage = NO_LANGUAGE_TRIAL,
  translateText = NO_TRANSLATION,
  mostRequests = Infinity,
}: EngineOptions): Engine => {
  const directories = createDirectories()
  const committed = createEmitter<Committed>((error) => {
    log.error('a listener of commits failed', { reason: String(error) })
  })
  const lanes = new Map<string, Lane>()
  let stopped = false

  const laneOf = (organizationId: OrganizationId): Lane => {
    const key = db.driver === 'sqlite' ? '' : organizationId
    let lane = lanes.get(key)
    if (!lane) {
      lane = createLane({
        db,
        directories,
        ids,
        log,
        committed: (change) => {
          committed.emit(change)
        },
      })
      lanes.set(key, lane)
    }
    return lane
  }

  const workOf = (turn: Turn, principal: Principal): Work =>
    createWork({
      turn,
      principal,
      now: clock.now(),
      ids,
      log,
      visitors,
      mostRequests,
      isFatal: (error) => storageFailureOf(error) !== null,
    })

  return {
    run: async (request) => {
      if (stopped) return refuse('unavailable', { cause: 'stopping' })
      const parsed = parseRequest(request)
      if (!parsed.ok) return parsed
      const { organizationId } = request.principal
      return new Promise<CommandOutcome>((answer) => {
        laneOf(organizationId).push({
          organizationId,
          name: request.name,
          answer,
          work: async (turn) => runCommand(turn, workOf(turn, request.principal), parsed.value),
        })
      })
    },
    runInternal: async <N extends InternalName>(
      organizationId: OrganizationId,
      name: N,
      args: InternalCommands[N]['args'],
    ): Promise<Result<InternalCommands[N]['result']>> => {
      if (stopped) return refuse('unavailable', { cause: 'stopping' })
      const outcome = await new Promise<CommandOutcome>((answer) => {
        laneOf(organizationId).push({
          organizationId,
          name,
          creates: name === 'organization.create',
          answer,
          work: async (turn) =>
            (internalHandlers[name] as unknown as AnyInternal)(
              workOf(turn, { kind: 'system', organizationId }),
              args,
            ),
        })
      })
      // What the lane answers is what the handler of this name gave.
      return outcome.ok ? ok(outcome.value.result as InternalCommands[N]['result']) : outcome
    },
    query: async (principal, name, args) =>
      runQuery(
        { db, directories, search, files, visitors, routers, tryLanguage, translateText, clock, ids, log },
        principal,
        name,
        args,
      ),
    onCommitted: (listener) => committed.listen(listener),
    stop: async () => {
      stopped = true
      for (const lane of lanes.values()) await lane.idle()
    },
  }
}

type AnyInternal = (work: Work, args: unknown) => Promise<Result<unknown>>
