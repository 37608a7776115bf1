import { Link } from 'lucide-react'
import { useState } from 'react'

import type { Session } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'

/**
 * Copies the address of the page on which the customer of an own session can rate it: for somebody who left before the
 * card came, or is reached another way. Not there before the first answer, or while the company asks for no ratings.
 */
export const RatingLink = ({ session }: { readonly session: Session }) => {
  const { t } = useTranslation('thread')
  const run = useRun()
  const errorText = useErrorText()
  const account = useQuery('account.current', {})
  const survey = useQuery('organization.get', {})?.survey
  const [state, setState] = useState<{ readonly of: string; readonly code: string | null }>()
  const own = session.handlerId === account?.me?.agentId && session.firstReplyAt !== null
  if (!own || !(survey?.on || session.survey)) return null
  const mine = state?.of === session.id ? state : undefined
  const copy = async (): Promise<void> => {
    const answer = await run('session.link-rating', { sessionId: session.id })
    if (answer.ok)
      await navigator.clipboard.writeText(`${account?.account?.server ?? ''}${answer.value.path}`)
    setState({ of: session.id, code: answer.ok ? null : answer.code })
  }
  return (
    <div className="fy-rating-link">
      <Button
        onClick={() => {
          void copy()
        }}
      >
        <Link aria-hidden="true" />
        {t('rating.link')}
      </Button>
      <span role="status" className="fy-secondary">
        {mine?.code === null ? t('rating.linkCopied') : ''}
      </span>
      {mine?.code ? <ErrorLine text={errorText(mine.code)} /> : null}
    </div>
  )
}
