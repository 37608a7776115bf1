import { useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import { reopenRefusal } from '../../../domain/sessions/reopen.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { useAction } from '../actions/index.ts'
import { usePathState } from '../paths/index.ts'

/** Goes on with the customer after the end, beside the line that reports it; for whoever had the session. */
export const ReopenButton = ({ view }: { readonly view: ConversationView }) => {
  const { t } = useTranslation('todos')
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const path = usePathState(view.conversation)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { session, customer } = view
  const possible =
    session !== null &&
    me?.permissions.includes('chat.external') === true &&
    path.open &&
    !customer.block &&
    reopenRefusal(session, me.agentId) === null
  const reopen = async (): Promise<void> => {
    if (!session) return
    setBusy(true)
    const answer = await run('session.reopen', { sessionId: session.id })
    setBusy(false)
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
  }
  useAction('reopen', possible && !busy ? () => void reopen() : null)
  return possible ? (
    <>
      <Button
        disabled={busy}
        onClick={() => {
          void reopen()
        }}
      >
        {t('reopen')}
      </Button>
      {failure ? <span role="alert">{failure}</span> : null}
    </>
  ) : null
}
