import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { characterCount } from '../../../base/textWidth.ts'
import type { CustomerId } from '../../../protocol/model/index.ts'
import { PRIVATE_REMARK_LIMIT } from '../../../protocol/model/limits.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { Button, Dialog, ErrorLine, LineField } from '../../ui/index.ts'

export interface RemarkDialogProps {
  readonly customerId: CustomerId
  /** As everybody calls them. */
  readonly name: string
  /** As it is now; empty: there is none. */
  readonly remark: string
  readonly onClose: () => void
}

/** Asks what the agent calls a customer; nobody else sees it (R-03-131). */
export const RemarkDialog = ({ customerId, name, remark, onClose }: RemarkDialogProps) => {
  const { t } = useTranslation('customer')
  const run = useRun()
  const errorText = useErrorText()
  const form = useId()
  const [text, setText] = useState(remark)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const tooLong = characterCount(text.trim()) > PRIVATE_REMARK_LIMIT
  const save = async (): Promise<void> => {
    setBusy(true)
    const answer = await run('private-remark.set', { customerId, text: text.trim() })
    setBusy(false)
    if (answer.ok) onClose()
    else setFailure(errorText(answer.code, answer.details))
  }
  return (
    <Dialog
      title={t('remark.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('remark.cancel')}</Button>
          <Button kind="primary" type="submit" form={form} disabled={busy || tooLong}>
            {t('remark.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && !tooLong) void save()
        }}
      >
        <LineField
          label={t('remark.label')}
          value={text}
          limit={PRIVATE_REMARK_LIMIT}
          measure={characterCount}
          placeholder={name}
          onChange={setText}
        />
        <p className="fy-secondary">{t('remark.hint')}</p>
        {failure ? <ErrorLine text={failure} /> : null}
      </form>
    </Dialog>
  )
}
