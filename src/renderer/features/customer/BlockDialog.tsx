import { useState } from 'react'

import { textWidth } from '../../../base/textWidth.ts'
import type { CustomerId } from '../../../protocol/model/index.ts'
import { useFormDraft, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, NoteField, Segments } from '../../ui/index.ts'

export interface BlockDialogProps {
  readonly customerId: CustomerId
  readonly name: string
  readonly onClose: () => void
}

/** Hours; the last one is until somebody takes it back. */
const SPANS = { day: 24, week: 168, month: 720, ever: null } as const
type Span = keyof typeof SPANS
const REASON_LIMIT = 100
const NOTHING: { readonly reason: string; readonly span: Span } = { reason: '', span: 'ever' }

/** Asks why and for how long a customer is blocked. */
export const BlockDialog = ({ customerId, name, onClose }: BlockDialogProps) => {
  const { t } = useTranslation('customer')
  const run = useRun()
  const errorText = useErrorText()
  const { values, change, forget } = useFormDraft(`block ${customerId}`, NOTHING)
  const { reason, span } = values
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const dismiss = (): void => {
    forget()
    onClose()
  }
  const block = async (): Promise<void> => {
    setBusy(true)
    const answer = await run('customer.block', { customerId, reason, hours: SPANS[span] })
    setBusy(false)
    if (answer.ok) dismiss()
    else setFailure(errorText(answer.code, answer.details))
  }
  return (
    <Dialog
      title={t('block.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={dismiss}>{t('block.cancel')}</Button>
          <Button
            kind="danger"
            disabled={busy || textWidth(reason) > REASON_LIMIT}
            onClick={() => {
              void block()
            }}
          >
            {t('block.do')}
          </Button>
        </>
      }
    >
      <div className="fy-block-form">
        <p>{t('block.ask')}</p>
        <Segments
          label={t('block.span')}
          value={span}
          options={(Object.keys(SPANS) as Span[]).map((one) => [one, t(`block.spans.${one}`)] as const)}
          onChange={(next) => {
            change({ span: next })
          }}
        />
        <NoteField
          label={t('block.reason')}
          value={reason}
          limit={REASON_LIMIT}
          onChange={(next) => {
            change({ reason: next })
          }}
        />
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </Dialog>
  )
}
