import { useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'

/** Asks the colleague who has the customer to give them on (R-02-295); for whoever may receive. */
export const AskTransfer = ({ conversationId }: { readonly conversationId: ConversationId }) => {
  const { t } = useTranslation('paths')
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const agents = useQuery('organization.get', {})?.agents ?? []
  const requests = useQuery('transfer-requests.list', {}) ?? []
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  if (!me?.permissions.includes('reception.receive')) return null
  const asked = requests.find(
    (one) => one.conversationId === conversationId && one.fromAgentId === me.agentId && one.state === 'open',
  )
  if (asked) {
    const name = agents.find(({ id }) => id === asked.toAgentId)?.name ?? ''
    return <span role="status">{t('ask.asked', { name })}</span>
  }
  const ask = async (): Promise<void> => {
    setBusy(true)
    const answer = await run('transfer-request.ask', { conversationId })
    setBusy(false)
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
  }
  return (
    <>
      <Button
        disabled={busy}
        onClick={() => {
          void ask()
        }}
      >
        {t('ask.do')}
      </Button>
      {failure ? <span role="alert">{failure}</span> : null}
    </>
  )
}
