import type { OpenView } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainText } from '../../ui/index.ts'
import { useViewName } from '../chats/index.ts'
import { useSenderName } from './useSenderName.ts'

/** Who is writing now; the customer's words, where the company looks at them. */
export const TypingLine = ({ view }: { readonly view: OpenView }) => {
  const { t } = useTranslation('thread')
  const name = useViewName()(view)
  const nameOfSender = useSenderName(view)
  const line = (): string => {
    if (!('customer' in view)) {
      const names = view.typing.map((agentId) => nameOfSender({ kind: 'agent', agentId }))
      return names.length > 0 ? t('typing', { name: names.join('、') }) : ''
    }
    if (!view.typing) return ''
    return view.typedText ? t('typed', { name, text: plainText(view.typedText) }) : t('typing', { name })
  }
  const readsAloud = !('customer' in view) || !view.typedText
  return (
    // Read aloud, each letter would interrupt the agent.
    <p className="fy-thread-typing" aria-live={readsAloud ? 'polite' : 'off'}>
      {line()}
    </p>
  )
}
