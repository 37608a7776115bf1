import { createHmac } from 'node:crypto'

import { ok, refuse } from '../../base/result.ts'
import { filledAddress } from '../../protocol/model/index.ts'
import { findConversation } from '../db/conversations.ts'
import { quickEntriesOf } from '../db/quickEntries.ts'
import type { QueryHandler } from './query.ts'
import { seesThread } from './visibility.ts'

/** Whoever reads the context has to do so soon: an address may be left behind in somebody's log. */
const CONTEXT_SECONDS = 5 * 60

export const quickEntryAddress: QueryHandler<'quick-entry.address'> = async (
  { db, principal, known, now },
  { entryId, conversationId },
) => {
  const { organizationId, agentId } = principal
  if (!(await seesThread(db, principal, known, conversationId))) return refuse('not-found')
  const conversation = await findConversation(db, organizationId, conversationId)
  const { quickEntries, secret } = await quickEntriesOf(db, organizationId)
  const entry = quickEntries.entries.find(({ id }) => id === entryId)
  if (!conversation || !entry || secret === null) return refuse('not-found')
  const ids = {
    customerId: conversation.customer_id as string,
    sessionId: conversation.session_id ?? '',
    agentId: agentId as string,
  }
  const issuedAt = Math.floor(now / 1000)
  const claims = { iss: organizationId, iat: issuedAt, exp: issuedAt + CONTEXT_SECONDS, ...ids }
  const url = filledAddress(entry.address, (parameter) =>
    parameter === 'context' ? signed(claims, secret) : ids[parameter],
  )
  return ok({ url })
}

export const quickEntrySecret: QueryHandler<'quick-entries.secret'> = async ({ db, principal, known }) =>
  known.permissions.has('admin')
    ? ok({ secret: (await quickEntriesOf(db, principal.organizationId)).secret })
    : refuse('not-found')

/** A JSON Web Token (HS256), which every language has a reader for. */
const signed = (claims: Readonly<Record<string, string | number>>, secret: string): string => {
  const text = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}
