import { useState } from 'react'

import type { CustomerId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'

export interface UnblockProps {
  readonly customerId: CustomerId
  readonly by: 'company' | 'me'
}

/** The way out of a block beside what it locks: one's own, or the company's for whoever may. */
export const Unblock = ({ customerId, by }: UnblockProps) => {
  const { t } = useTranslation('composer')
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const [failure, setFailure] = useState<string | null>(null)
  if (by === 'company' && !me?.permissions.includes('block.company')) return null
  const unblock = async (): Promise<void> => {
    const answer =
      by === 'company'
        ? await run('customer.unblock', { customerId })
        : await run('block-entry.remove', { customerId })
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
  }
  return (
    <>
      <Button
        onClick={() => {
          void unblock()
        }}
      >
        {t('lock.unblock')}
      </Button>
      {failure ? <span role="alert">{failure}</span> : null}
    </>
  )
}
