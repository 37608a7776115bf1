import type { Result } from '../../base/result.ts'
import type { ServerQueryArgs, ServerQueryName, ServerQueryResult } from '../../protocol/queries/index.ts'
import type { ReadDb } from '../db/port.ts'
import type { Directory, KnownAgent } from '../engine/directory.ts'
import type { AgentPrincipal } from '../engine/types.ts'
import type { LanguageTrial } from '../language/languageTrial.ts'
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
  /** Writes an audit entry: who asks has looked at something that is not theirs. */
  readonly note: (action: ServerQueryName, subject: object) => Promise<void>
}

export type QueryHandler<N extends ServerQueryName> = (
  asking: Asking,
  args: ServerQueryArgs<N>,
) => Promise<Result<ServerQueryResult<N>, 'not-found' | 'unavailable' | 'forbidden'>>
