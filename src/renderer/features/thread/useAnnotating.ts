import { annotationOf } from '../../../domain/messages/annotations.ts'
import type { AnnotationName, Message } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useLanguage } from '../../ui/index.ts'
import { keyOf, noteAsked, noteAsking, type Annotating } from './annotating.ts'

/** What this agent may ask the services of the company about messages (R-06-110, R-14-044). */
export const useAnnotating = (): Annotating => {
  const services = useQuery('organization.get', {})?.languageServices
  const me = useQuery('account.current', {})?.me
  const language = useLanguage()
  const run = useRun()
  const errorText = useErrorText()
  const mayTranslate = services?.translation === true && me?.permissions.includes('ai.use') === true

  const nameFor = ({ body, sender }: Message): AnnotationName | null => {
    if (body.kind === 'file') return services?.speech && body.seconds !== undefined ? 'transcript' : null
    const isOwn = sender.kind === 'agent' && sender.agentId === me?.agentId
    return body.kind === 'text' && mayTranslate && !isOwn ? language : null
  }
  const wantedOf = (message: Message): AnnotationName | null => {
    const name = nameFor(message)
    const state = name && annotationOf(message.body, name)?.state
    return state === 'working' || state === 'done' ? null : name
  }
  const ask = async (message: Message): Promise<void> => {
    const name = wantedOf(message)
    if (!name) return
    const { id: messageId } = message
    const key = keyOf(messageId, name)
    noteAsking(key)
    const answer =
      name === 'transcript'
        ? await run('message.transcribe', { messageId })
        : await run('message.translate', { messageId, language: name })
    noteAsked(key, answer.ok ? null : errorText(answer.code, answer.details))
  }
  return {
    wantedOf,
    ask: (message) => {
      void ask(message)
    },
  }
}
