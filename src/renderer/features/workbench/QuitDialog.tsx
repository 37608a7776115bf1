import { useEffect, useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { answerQuit, useShell } from '../shell/index.ts'
import { RunningSessions, useSettlement } from './RunningSessions.tsx'

/** Quitting the desktop program with running sessions asks what becomes of them; without any it is nobody's business. */
export const QuitDialog = () => {
  const { isQuitAsked } = useShell()
  const settlement = useSettlement()
  const { running } = settlement
  useEffect(() => {
    if (isQuitAsked && running === 0) answerQuit(true)
  }, [isQuitAsked, running])
  return isQuitAsked && running > 0 ? <Question settlement={settlement} /> : null
}

const Question = ({ settlement }: { readonly settlement: ReturnType<typeof useSettlement> }) => {
  const { t } = useTranslation('workbench')
  const [busy, setBusy] = useState(false)
  const leave = async (): Promise<void> => {
    setBusy(true)
    if (await settlement.apply()) answerQuit(true)
    else setBusy(false)
  }
  return (
    <Dialog
      onClose={() => {
        answerQuit(false)
      }}
      title={t('leave.quitTitle')}
      width={settlement.way === 'transfer' ? 560 : 440}
      footer={
        <>
          <Button
            onClick={() => {
              answerQuit(false)
            }}
          >
            {t('cancel')}
          </Button>
          <Button
            kind="primary"
            disabled={busy || !settlement.isReady}
            onClick={() => {
              void leave()
            }}
          >
            {t('leave.quit')}
          </Button>
        </>
      }
    >
      <RunningSessions settlement={settlement} disabled={busy} />
    </Dialog>
  )
}
