import { ok, refuse, type Result } from '../../../base/result.ts'
import { annotationOf, mayHave, withAnnotation } from '../../../domain/messages/annotations.ts'
import type { Annotation, AnnotationName, Message, MessageId } from '../../../protocol/model/index.ts'
import { findLanguageServices } from '../../db/languageServices.ts'
import { findMessage, rowToMessage } from '../../db/messages.ts'
import type { AgentPrincipal } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import { seesMessage } from '../../queries/visibility.ts'
import type { Handler, InternalHandler } from '../handler.ts'
import { showAnnotated } from './showAnnotated.ts'

/** Whoever should ask the service may be gone: after this nobody waits any longer. It is longer than waiting and asking take. */
const SILENT_MS = 120_000

export const transcribeMessage: Handler<'message.transcribe'> = async (work, principal, { messageId }) => {
  const { speech } = await findLanguageServices(work.tx, work.organizationId)
  return speech ? begin(work, principal, messageId, 'transcript') : refuse('no-service')
}

export const translateMessage: Handler<'message.translate'> = async (
  work,
  principal,
  { messageId, language },
) => {
  const { translation } = await findLanguageServices(work.tx, work.organizationId)
  return translation ? begin(work, principal, messageId, language) : refuse('no-service')
}

/** Notes that it is being made; whoever comes meanwhile, or later, waits for the same. */
const begin = async (
  work: Work,
  principal: AgentPrincipal,
  messageId: MessageId,
  name: AnnotationName,
): Promise<Result<Record<string, never>, 'not-found' | 'invalid' | 'message-recalled'>> => {
  const row = await findMessage(work.tx, work.organizationId, messageId)
  const message = row && rowToMessage(row)
  const known = (await work.directory()).agents.get(principal.agentId)
  if (!message || !known || !(await seesMessage(work.tx, principal, known, message)))
    return refuse('not-found')
  if (message.body.kind === 'recalled') return refuse('message-recalled')
  if (!mayHave(message.body, name)) return refuse('invalid')
  const state = annotationOf(message.body, name)?.state
  if (state === 'working' || state === 'done') return ok({})
  await put(work, message, name, { state: 'working' })
  await work.timer('annotation-silent', subjectOf(messageId, name), work.now + SILENT_MS)
  work.signal({ kind: 'annotation-asked', messageId, name })
  return ok({})
}

/** What came of it; of a message that was recalled meanwhile nothing is kept. */
export const annotateMessage: InternalHandler<'message.annotate'> = async (
  work,
  { messageId, name, annotation },
) => {
  const row = await findMessage(work.tx, work.organizationId, messageId)
  const message = row && rowToMessage(row)
  const state = message && annotationOf(message.body, name)?.state
  // A good answer may come after it was given up; a bad one is no news then.
  const wanted = state === 'working' || (state === 'failed' && annotation.state === 'done')
  if (!message || !wanted) return ok({})
  await work.cancelTimer('annotation-silent', subjectOf(messageId, name))
  await put(work, message, name, annotation)
  return ok({})
}

/** Nobody has brought an answer in all this time. */
export const giveUpAnnotation = async (work: Work, subject: string): Promise<void> => {
  const [messageId, name] = subject.split(' ') as [MessageId, AnnotationName]
  await annotateMessage(work, { messageId, name, annotation: { state: 'failed', problem: 'silent' } })
}

const subjectOf = (messageId: MessageId, name: AnnotationName): string => `${messageId} ${name}`

const put = async (
  work: Work,
  message: Message,
  name: AnnotationName,
  annotation: Annotation,
): Promise<void> => showAnnotated(work, { ...message, body: withAnnotation(message.body, name, annotation) })
