import { ok, refuse } from '../../../base/result.ts'
import { findNavItem } from '../../../domain/navMenu/problems.ts'
import { textToParams } from '../../../protocol/companyTexts.ts'
import { menuAccountOf } from '../../../protocol/mainAccount.ts'
import type { NavAction, NavItem, SessionId, SessionTarget } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { publishedMenuOf } from '../../db/navMenus.ts'
import { findSession } from '../../db/sessions.ts'
import { threadHeadOf } from '../../db/threadHeads.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { appendText, type TextPlace } from '../reception/appendText.ts'
import { handOverToPeople } from '../reception/handOverToPeople.ts'
import { openSession } from '../reception/openSession.ts'
import { routeSession } from '../reception/routeSession.ts'
import { appendLine, carryReader, type Thread } from '../reception/thread.ts'
import { isReceiverIn } from '../sessions/transferTarget.ts'
import { lacksAnswers } from './entryRules.ts'
import { moveToWished } from './moveToWished.ts'
import { waitForRequest } from './waitForRequest.ts'

export const chooseAsCustomer: Handler<'customer.choose'> = async (work, principal, { entryId }) => {
  const { conversationId, widgetId } = principal
  const { tx, organizationId } = work
  const menu = await publishedMenuOf(tx, organizationId, menuAccountOf(widgetId))
  const item = menu?.on ? findNavItem(menu, entryId) : undefined
  if (!item) return refuse('menu-changed')
  const head = await threadHeadOf(tx, organizationId, conversationId)
  const conversation = await findConversation(tx, organizationId, conversationId)
  if (!head || !conversation) return refuse('not-found')
  if (head.blocked) return refuse('not-accepted')
  const { channel } = head
  const thread: Thread = { id: conversationId, lastSeq: head.lastSeq }
  const target = item.action.kind === 'person' ? await receiverOf(work, item.action) : null

  if (item.action.kind === 'person' && !head.open) {
    if (await lacksAnswers(work, principal, head)) return refuse('form-needed')
    const retryAfterMs = await waitForRequest(work, conversation)
    if (retryAfterMs > 0) return refuse('rate-limited', { retryAfterMs })
    const stored = await openSession(work, conversation, 'customer', thread.lastSeq + 1, { target })
    await appendLine(work, thread, stored.session.id, 'session-started')
    await report(work, thread, { channel, sessionId: stored.session.id }, item)
    await routeSession(work, thread, stored, 'routed')
    return ok({})
  }
  await report(work, thread, { channel, sessionId: head.open?.id ?? null }, item)
  if (head.open?.state === 'pending' && target) await moveToWished(work, thread, head.open.id, target)
  if (item.action.kind === 'person' && head.open?.state === 'active' && !head.open.handlerId) {
    await leaveBot(work, thread, head.open.id, target)
  }
  if (head.open?.handlerId) await carryReader(work, head.open.handlerId, thread, head.lastSeq)
  return ok({})
}

/** Whoever asks for a person while a bot has them gets one: who is meant, or whoever the session is for. */
const leaveBot = async (
  work: Work,
  thread: Thread,
  sessionId: SessionId,
  target: SessionTarget | null,
): Promise<void> => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  if (!stored) return
  const session = { ...stored.session, target: target ?? stored.session.target }
  await handOverToPeople(work, thread, { ...stored, session })
}

/** What was chosen and what was answered by itself: lines, so that neither counts as a word of the customer or of us. */
const report = async (
  work: Work,
  thread: Thread,
  place: TextPlace,
  { title, action }: NavItem,
): Promise<void> => {
  const { language } = (await work.directory()).organization
  await appendLine(work, thread, place.sessionId, 'menu-chosen', {
    ...textToParams(title, language),
    ...(action.kind === 'page' && { url: action.url }),
  })
  if (action.kind === 'text') {
    await appendText(work, thread, place, 'menu-answer', textToParams(action.text, language))
  }
}

/** Null: whoever the entry point names, also where the one who was meant receives nobody any more. */
const receiverOf = async (
  work: Work,
  { target }: Extract<NavAction, { kind: 'person' }>,
): Promise<SessionTarget | null> => target && (isReceiverIn(await work.directory(), target) ? target : null)
