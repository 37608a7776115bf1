import { Ban } from 'lucide-react'
import { useState } from 'react'

import type { Customer, CustomerId } from '../../../protocol/model/index.ts'
import { useKeptOpenOf, useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, fullTime, useLanguage } from '../../ui/index.ts'
import { BlockDialog } from './BlockDialog.tsx'

/** Whether the customer is blocked, why and by whom; and the way in and out for whoever may. */
export const BlockSection = ({ customer, name }: { readonly customer: Customer; readonly name: string }) => {
  const { t } = useTranslation('customer')
  const run = useRun()
  const errorText = useErrorText()
  const language = useLanguage()
  const me = useQuery('account.current', {})?.me
  const organization = useQuery('organization.get', {})
  const [asking, setAsking] = useKeptOpenOf<CustomerId>('block')
  const [failure, setFailure] = useState<string | null>(null)
  const allowed = me?.permissions.includes('block.company') ?? false
  const { block } = customer
  if (!block && !allowed) return null
  const unblock = async (): Promise<void> => {
    const answer = await run('customer.unblock', { customerId: customer.id })
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
  }
  const by = organization?.agents.find(({ id }) => id === block?.byId)?.name ?? ''
  return (
    <section className="fy-block">
      {block ? (
        <>
          <p className="fy-block-line">
            <Ban aria-hidden="true" />
            <span>
              {block.until === null
                ? t('block.blocked', { name: by })
                : t('block.blockedUntil', { name: by, time: fullTime(block.until, language) })}
              {block.reason ? <span className="fy-secondary">{block.reason}</span> : null}
            </span>
          </p>
          {allowed ? (
            <Button
              onClick={() => {
                void unblock()
              }}
            >
              {t('block.unblock')}
            </Button>
          ) : null}
        </>
      ) : (
        <Button
          kind="quiet"
          onClick={() => {
            setAsking(customer.id)
          }}
        >
          <Ban aria-hidden="true" />
          {t('block.button')}
        </Button>
      )}
      {failure ? <ErrorLine text={failure} /> : null}
      {asking === customer.id ? (
        <BlockDialog
          customerId={customer.id}
          name={name}
          onClose={() => {
            setAsking(null)
          }}
        />
      ) : null}
    </section>
  )
}
