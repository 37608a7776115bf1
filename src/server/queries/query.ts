import type { Result } from '../../base/result.ts'
import type { ServerQueryArgs, ServerQueryName, ServerQueryResult } from '../../protocol/queries/index.ts'
import type { ReadDb } from '../db/port.ts'
import type { Directory, KnownAgent } from '../engine/directory.ts'
import type { AgentPrincipal } from '../engine/types.ts'
import type { LanguageTrial } from '../language/languageTrial.ts'
import type { TranslateText } from '../language/textTranslator.ts'
import type { VisitorList } from '../visits/visitBook.ts'
import type { FileLinks, MessageSearch, RouterQuestions } from './ports.ts'

/** What a query may use: it reads, and writes nothing but a note of what was looked at. */
export interface Asking {
  readonly db: ReadDb
  readonly principal: AgentPrincipal
  /** The agent with the permissions they hold now. */
  readonly known: KnownAgent
  readonly directory: Directory
  readonly now: number
  /** Null: messages are not searched on this server. */
  readonly search: MessageSearch | null
  readonly files: FileLinks
  readonly visitors: VisitorList
  readonly routers: RouterQuestions
  readonly tryLanguage: LanguageTrial
  readonly translateText: TranslateText
  readonly note: Note
}

/**
 * Writes an audit entry: who asks has looked at something that is not theirs. `quietMs`: where they did the very same so
 * short a time ago it is one entry.
 */
export type Note = (action: NotedAction, subject: object, quietMs?: number) => Promise<void>

/** What is written down of what is asked. */
export type NotedAction = ServerQueryName | 'record.open' | 'export.begin' | 'export.end'

export type QueryHandler<N extends ServerQueryName> = (
  asking: Asking,
  args: ServerQueryArgs<N>,
) => Promise<Result<ServerQueryResult<N>, 'not-found' | 'unavailable' | 'forbidden'>>
