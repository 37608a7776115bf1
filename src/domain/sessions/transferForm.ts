import type { AgentId, Session, SessionId } from '../../protocol/model/index.ts'

const OWN = 'transfer '
const FORCED = 'force-transfer '

/** Names the form in which a session is given to somebody else; `forced`: that of a colleague, by a supervisor. */
export const transferForm = (sessionId: SessionId, forced: boolean): string =>
  `${forced ? FORCED : OWN}${sessionId}`

/** Which session is given away in this form; null: it is another kind of form. */
export const transferredIn = (form: string): SessionId | null => {
  const kind = [OWN, FORCED].find((prefix) => form.startsWith(prefix))
  return kind === undefined ? null : (form.slice(kind.length) as SessionId)
}

/** Whether this agent can still send what stands in the form; null: the session is not known any more. */
export const canBeSent = (
  form: string,
  session: Pick<Session, 'state' | 'handlerId'> | null,
  me: AgentId,
): boolean =>
  session !== null && session.state !== 'ended' && (form.startsWith(FORCED) || session.handlerId === me)
