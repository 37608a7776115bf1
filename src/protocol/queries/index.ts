import * as z from 'zod'

import { ConversationId, FileId, Instant, Message, Seq, SessionId } from '../model/index.ts'

/** A question only the server can answer; changes nothing. */
export interface QueryDeclaration<
  Name extends string = string,
  Args extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  readonly name: Name
  readonly args: Args
  readonly result: Result
}

const query = <const Name extends string, Args extends z.ZodType, Result extends z.ZodType>(
  name: Name,
  args: Args,
  result: Result,
): QueryDeclaration<Name, Args, Result> => ({ name, args, result })

/** Messages with `seq < beforeSeq`, newest first page, returned in ascending order (R-17-007). */
const historyPage = query(
  'history.page',
  z.strictObject({ conversationId: ConversationId, beforeSeq: Seq, limit: z.int().min(1).max(200) }),
  z.object({ messages: z.array(Message) }),
)

/** What a waiting customer has written so far, newest last (R-02-116). */
const poolMessages = query(
  'pool.messages',
  z.strictObject({ sessionId: SessionId }),
  z.object({ messages: z.array(Message) }),
)

/** Newest messages that contain every word, among those the agent may see (R-06-165). */
const searchMessages = query(
  'message.search',
  z.strictObject({
    text: z.string().min(1).max(100),
    before: Instant.nullable(),
    limit: z.int().min(1).max(50),
  }),
  z.object({ messages: z.array(Message) }),
)

/** An address of a file that works for a few minutes, for whoever may see it. */
const fileLink = query(
  'file.link',
  z.strictObject({ fileId: FileId }),
  z.object({ url: z.string(), expiresAt: Instant }),
)

export const serverQueries = {
  'history.page': historyPage,
  'pool.messages': poolMessages,
  'message.search': searchMessages,
  'file.link': fileLink,
} as const satisfies { readonly [Name in string]: QueryDeclaration<Name> }

export type ServerQueries = typeof serverQueries
export type ServerQueryName = keyof ServerQueries
export type ServerQueryArgs<N extends ServerQueryName> = z.infer<ServerQueries[N]['args']>
export type ServerQueryResult<N extends ServerQueryName> = z.infer<ServerQueries[N]['result']>
