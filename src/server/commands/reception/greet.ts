import { greetingFor } from '../../../domain/greetings/greetingFor.ts'
import { textToParams } from '../../../protocol/companyTexts.ts'
import type { AgentId, Session } from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { markGreeted } from '../../db/greetings.ts'
import type { Work } from '../../engine/work.ts'
import { appendText } from './appendText.ts'
import type { Thread } from './thread.ts'

/**
 * Greets the customer who comes to an agent, once in a session (R-02-171).
 *
 * It is a line and not a message of the agent: nobody has answered yet, so no time that runs until an answer may end.
 */
export const greet = async (
  work: Work,
  thread: Thread,
  { id: sessionId, channel, initiator }: Session,
  agentId: AgentId,
): Promise<void> => {
  const { greetings, organization } = await work.directory()
  // Whom an agent speaks to first has not come to them.
  if (!greetings || initiator === 'agent') return
  const row = await presenceOf(work.tx, work.organizationId, agentId)
  const text = greetingFor(greetings, agentId, {
    presence: row?.presence ?? 'offline',
    online: row?.online === 1,
  })
  if (!text || !(await markGreeted(work.tx, work.organizationId, sessionId, work.now))) return
  const params = { agentId, ...textToParams(text, organization.language) }
  await appendText(work, thread, { channel, sessionId }, 'greeting', params)
}
