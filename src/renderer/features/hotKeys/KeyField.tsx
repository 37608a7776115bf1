import { useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { combinationOf, isMac, keyProblem, labelOf } from '../actions/index.ts'

export interface KeyFieldProps {
  readonly label: string
  readonly keys: readonly string[]
  /** Heard while another program has the keyboard. */
  readonly everywhere: boolean
  readonly onKey: (combination: string) => void
  readonly onNone: () => void
}

/** Shows the keys of something; pressed, it waits for the combination that is to be used instead. */
export const KeyField = ({ label, keys, everywhere, onKey, onNone }: KeyFieldProps) => {
  const { t } = useTranslation('actions')
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<'browser' | 'types' | null>(null)
  const stop = (): void => {
    setWaiting(false)
    setProblem(null)
  }
  return (
    <button
      type="button"
      className="fy-hot-key-field"
      aria-label={t('page.keysOf', {
        name: label,
        keys: keys.length === 0 ? t('page.none') : keys.map((key) => labelOf(key)).join(', '),
      })}
      data-waiting={waiting || undefined}
      onClick={() => {
        setWaiting(true)
      }}
      onBlur={stop}
      onKeyDown={(event) => {
        if (!waiting || event.key === 'Tab') return
        // Nothing else may answer to a key that is only being shown.
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape') {
          stop()
        } else if (event.key === 'Backspace' || event.key === 'Delete') {
          stop()
          onNone()
        } else {
          const combination = combinationOf(event, isMac())
          if (combination === null) return
          const wrong = keyProblem(combination, everywhere)
          setProblem(wrong)
          if (wrong !== null) return
          stop()
          onKey(combination)
        }
      }}
    >
      {waiting ? (
        <span role="status">{t(problem === null ? 'page.press' : `page.wrong.${problem}`)}</span>
      ) : keys.length === 0 ? (
        <span className="fy-secondary">{t('page.none')}</span>
      ) : (
        keys.map((key) => (
          <kbd key={key} className="fy-key">
            {labelOf(key)}
          </kbd>
        ))
      )}
    </button>
  )
}
