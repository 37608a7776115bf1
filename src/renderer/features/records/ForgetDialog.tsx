import { useState } from 'react'

import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine } from '../../ui/index.ts'
import { tellDone } from '../actions/index.ts'
import type { Leaf } from './tree.ts'

export interface ForgetDialogProps {
  readonly leaf: Leaf
  readonly onClose: () => void
}

/** Asks once before records leave this device, and says what stays where (R-06-175). */
export const ForgetDialog = ({ leaf: { row, name }, onClose }: ForgetDialogProps) => {
  const { t } = useTranslation(['records', 'common'])
  const run = useRun()
  const errorText = useErrorText()
  const [failure, setFailure] = useState<string | null>(null)
  const forget = async (): Promise<void> => {
    const answer = await run('records.forget', { conversationId: row.id })
    if (!answer.ok) {
      setFailure(errorText(answer.code))
      return
    }
    tellDone(t('forget.done', { name }))
    onClose()
  }
  return (
    <Dialog
      title={t('forget.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            kind="danger"
            onClick={() => {
              void forget()
            }}
          >
            {t('forget.do')}
          </Button>
        </>
      }
    >
      <p>{t('forget.goes')}</p>
      <p>{t(row.chat === null ? 'forget.staysOfCustomer' : 'forget.staysOfChat')}</p>
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
