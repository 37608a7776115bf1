/**
 * The frames between an agent's client core and the sync server: JSON text over one WebSocket.
 *
 * 1. The client opens the socket and sends `hello` with its token and where it is: `{epoch, revision}` of the log.
 * 2. The server answers `welcome`. `resumed`: the missing entries follow as `log` frames, and a `snapshot` for every
 *    scope gained meanwhile. `resync`: snapshots of everything follow, newest conversations first, because the cursor
 *    is unknown, too old or from another history (`epoch` differs, as after a restored backup). Either way `synced`
 *    says that the client is up to date.
 * 3. From then on `log` frames come as things happen, in order of revision, each revision at most once. A revision a
 *    client does not see belongs to scopes it does not follow; `pong` tells how far the log is, so that a quiet client's
 *    cursor moves too.
 * 4. `command` carries the permanent id of the command: after a lost answer the client sends the same again and gets the
 *    first answer. `query` and `answer` are matched by a number that lives as long as the connection.
 * 5. Presence, typing, "is viewing" and "is online" are frames of their own, are never stored and may be lost.
 * 6. Silence longer than `heartbeatMs × 2` means that the connection is dead, on both sides.
 *
 * Everything else is refused with `bye` and a code; text is made where the language is known.
 */
import * as z from 'zod'

import { LogEntryEnvelope } from '../events/index.ts'
import {
  AgentId,
  AgentPresence,
  ConversationId,
  DeviceId,
  IdlePresence,
  Instant,
  Me,
  Revision,
} from '../model/index.ts'
import { SnapshotPart } from './collections.ts'

export const PROTOCOL_VERSION = 1
/** Where the WebSocket of agents and customers is, below the address of the server. */
export const SOCKET_PATH = '/ws'
/** A longer frame ends the connection (reliability 4.5). */
export const FRAME_LIMIT_BYTES = 256 * 1024
export const HEARTBEAT_MS = 15_000

/** Why the server ends a connection. */
export const ByeCode = z.enum([
  'bad-frame',
  'version',
  'signed-out',
  'disabled',
  'forbidden',
  'replaced',
  'rate-limited',
  'slow-consumer',
  'timeout',
  'going-away',
  'closed-entry',
])
export type ByeCode = z.infer<typeof ByeCode>

const Id = z.string().regex(/^[\w-]{1,64}$/u)

export const Command = z.strictObject({
  t: z.literal('command'),
  id: Id,
  name: z.string().max(64),
  args: z.unknown(),
})
export type Command = z.infer<typeof Command>

export const AgentHello = z.strictObject({
  t: z.literal('hello'),
  v: z.int(),
  as: z.literal('agent'),
  token: z.string().max(256),
  device: z.strictObject({
    id: DeviceId,
    kind: z.enum(['web', 'desktop', 'mobile']),
    name: z.string().max(64),
    version: z.string().max(32),
  }),
  resume: z.strictObject({ epoch: z.string().max(64), revision: Revision }).nullable(),
  /** Not there: somebody is at the device. */
  idle: IdlePresence.optional(),
})
export type AgentHello = z.infer<typeof AgentHello>

export const AgentFrame = z.discriminatedUnion('t', [
  AgentHello,
  Command,
  z.strictObject({ t: z.literal('query'), n: z.int().min(0), name: z.string().max(64), args: z.unknown() }),
  z.strictObject({ t: z.literal('typing'), conversationId: ConversationId, on: z.boolean() }),
  /** Which conversation with a customer is open here; null: none. Said again on every connection. */
  z.strictObject({ t: z.literal('viewing'), conversationId: ConversationId.nullable() }),
  /** Nobody has touched this device for a while, and what the agent is to be if that is true of all theirs; null: they are back. */
  z.strictObject({ t: z.literal('idle'), presence: IdlePresence.nullable() }),
  z.strictObject({ t: z.literal('ping') }),
])
export type AgentFrame = z.infer<typeof AgentFrame>

export const Answer = z.discriminatedUnion('t', [
  /** `revision`: the log includes the effects of the command from here on. */
  z.object({ t: z.literal('done'), id: Id, result: z.unknown(), revision: Revision }),
  z.object({
    t: z.literal('refused'),
    id: Id,
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  }),
])
export type Answer = z.infer<typeof Answer>

export const Bye = z.object({ t: z.literal('bye'), code: ByeCode, retryAfterMs: z.int().optional() })

export const AgentServerFrame = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('welcome'),
    v: z.int(),
    serverTime: Instant,
    epoch: z.string(),
    revision: Revision,
    mode: z.enum(['resumed', 'resync']),
    heartbeatMs: z.int(),
    me: Me,
  }),
  z.object({ t: z.literal('snapshot'), revision: Revision, parts: z.array(SnapshotPart) }),
  z.object({ t: z.literal('log'), entries: z.array(LogEntryEnvelope) }),
  z.object({ t: z.literal('synced'), revision: Revision }),
  ...Answer.options,
  z.object({ t: z.literal('answer'), n: z.int(), result: z.unknown() }),
  z.object({ t: z.literal('failed'), n: z.int(), code: z.string() }),
  z.object({ t: z.literal('presence'), agents: z.array(AgentPresence) }),
  z.object({
    t: z.literal('typing'),
    conversationId: ConversationId,
    /** Null: the customer. */
    agentId: AgentId.nullable(),
    on: z.boolean(),
    /** What the customer is writing, where the company looks at it. */
    text: z.string().optional(),
  }),
  /** Who else has it open, told to those who have; never to customers. */
  z.object({ t: z.literal('viewing'), conversationId: ConversationId, agentIds: z.array(AgentId) }),
  /** Customers who are on the page now. */
  z.object({ t: z.literal('customers'), online: z.record(ConversationId, z.boolean()) }),
  z.object({ t: z.literal('pong'), serverTime: Instant, revision: Revision }),
  Bye,
])
export type AgentServerFrame = z.infer<typeof AgentServerFrame>
