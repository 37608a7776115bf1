/** One agent with a thousand conversations, thirty of them in session, written straight into the server's database. */
import { join } from 'node:path'

import { systemClock } from '../../src/base/clock.ts'
import { silentLogger } from '../../src/base/logger.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  MessageId,
  SessionId,
} from '../../src/protocol/model/index.ts'
import { tokenHash } from '../../src/server/auth/tokens.ts'
import { advanceConversation, setLatestSession } from '../../src/server/db/conversations.ts'
import { insertMessage } from '../../src/server/db/messages.ts'
import { openDatabase } from '../../src/server/db/open.ts'
import type { WriteDb } from '../../src/server/db/port.ts'
import { insertSession } from '../../src/server/db/sessions.ts'
import { insertSignInTicket } from '../../src/server/db/signInTickets.ts'
import { activeSession, seedReception, type Reception } from '../../tests/support/seedReception.ts'
import { createRandom, messageText } from '../lib/text.ts'

export const TICKET = 'ticket-of-the-bench'
const CONVERSATIONS = 1000
const IN_SESSION = 30
const MESSAGES_EACH = 60
const TICKET_MS = 3_600_000
const AGENT = 'bench-agent-0' as AgentId

/** Stands at the end of the conversation's last message, so that its being on the screen can be seen. */
export const endMark = (conversationId: string): string => `〔${conversationId}〕`

/** What the customers in session connect with; the first one's conversation is the newest in the list. */
export const customersInSession = (): readonly { customerToken: string; conversationId: ConversationId }[] =>
  Array.from({ length: IN_SESSION }, (_, index) => ({
    customerToken: `bench.p${index}-${AGENT}`,
    conversationId: conversationOf(index),
  }))

const conversationOf = (index: number): ConversationId => `conversation-p${index}-${AGENT}` as ConversationId

export const seedDesk = async (folder: string): Promise<void> => {
  const db = await openDatabase({ file: join(folder, 'foyer.db') }, { clock: systemClock, log: silentLogger })
  const now = Date.now()
  const reception = await seedReception(db, { pairs: 1, pastConversations: CONVERSATIONS - 1, at: now })
  const random = createRandom(3)
  await db.transaction(async (tx) => {
    for (let index = 0; index < CONVERSATIONS - 1; index += 1) {
      const sessionId = index < IN_SESSION ? await startSession(tx, reception, index, now) : null
      const at = now - index * 60_000
      for (let seq = 1; seq <= MESSAGES_EACH; seq += 1) {
        const conversationId = conversationOf(index)
        const text = messageText(random, 40 + random.below(200))
        await insertMessage(tx, reception.organizationId, {
          id: `m-${index}-${seq}` as MessageId,
          conversationId,
          seq,
          sessionId,
          sender:
            seq % 3 === 0
              ? { kind: 'agent', agentId: AGENT }
              : { kind: 'customer', customerId: `customer-p${index}-${AGENT}` as CustomerId },
          body: { kind: 'text', text: seq === MESSAGES_EACH ? text + endMark(conversationId) : text },
          at: at - (MESSAGES_EACH - seq) * 1000,
        })
      }
      const last = { seq: MESSAGES_EACH, at, from: 'customer', reply: false } as const
      await advanceConversation(tx, reception.organizationId, conversationOf(index), last)
    }
    await insertSignInTicket(tx, {
      organizationId: reception.organizationId,
      agentId: AGENT,
      ticketHash: tokenHash(TICKET),
      at: now,
      expiresAt: now + TICKET_MS,
    })
  })
  await db.close()
}

const startSession = async (
  tx: WriteDb,
  { organizationId, groupId }: Reception,
  index: number,
  at: number,
): Promise<SessionId> => {
  const id = `session-p${index}` as SessionId
  const conversationId = conversationOf(index)
  await insertSession(tx, organizationId, {
    session: activeSession({
      id,
      conversationId,
      customerId: `customer-p${index}-${AGENT}` as CustomerId,
      groupId,
      agentId: AGENT,
      at,
    }),
    firstSeq: 1,
  })
  await setLatestSession(tx, organizationId, conversationId, id)
  return id
}
