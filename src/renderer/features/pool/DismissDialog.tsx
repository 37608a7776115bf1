import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { PoolEntry } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { Button, Dialog, ErrorLine } from '../../ui/index.ts'

export interface DismissDialogProps {
  readonly entries: readonly PoolEntry[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks before waiting customers are taken out of the pool (R-02-122). */
export const DismissDialog = ({ entries, onDone, onClose }: DismissDialogProps) => {
  const { t } = useTranslation('pool')
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failures, setFailures] = useState<readonly string[]>([])
  const count = entries.length
  const remove = async (): Promise<void> => {
    setBusy(true)
    const refused: string[] = []
    for (const { sessionId } of entries) {
      const answer = await run('session.dismiss', { sessionId })
      if (!answer.ok) refused.push(errorText(answer.code, answer.details))
    }
    setBusy(false)
    if (refused.length === 0) onDone()
    else setFailures([...new Set(refused)])
  }
  return (
    <Dialog
      title={t('remove.title', { count })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('remove.keep')}</Button>
          <Button
            kind="danger"
            disabled={busy || failures.length > 0}
            onClick={() => {
              void remove()
            }}
          >
            {t('remove.button')}
          </Button>
        </>
      }
    >
      <p>{t('remove.ask')}</p>
      {failures.map((text) => (
        <ErrorLine key={text} text={text} />
      ))}
    </Dialog>
  )
}
