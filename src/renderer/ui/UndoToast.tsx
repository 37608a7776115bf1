import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from './Button.tsx'

export interface UndoToastProps {
  readonly text: string
  readonly shortcut: string
  readonly forMs: number
  readonly onUndo: () => void
  /** The time for second thoughts is over. */
  readonly onDone: () => void
}

/** The only kind of toast there is: something was done and can be taken back. */
export const UndoToast = ({ text, shortcut, forMs, onUndo, onDone }: UndoToastProps) => {
  const { t } = useTranslation('common')
  const done = useEffectEvent(onDone)
  useEffect(() => {
    const timer = setTimeout(() => {
      done()
    }, forMs)
    return () => {
      clearTimeout(timer)
    }
  }, [forMs])
  return (
    <div className="fy-toast" role="status">
      <span>{text}</span>
      <Button kind="quiet" onClick={onUndo}>
        {t('undo')}
        <kbd className="fy-key">{shortcut}</kbd>
      </Button>
    </div>
  )
}
