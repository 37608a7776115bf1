import { useState, type ReactNode } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { ErrorLine } from '../../ui/index.ts'
import type { SaveOutcome } from './EditableField.tsx'

export interface ChoiceFieldProps {
  readonly label: string
  /** Empty: nothing is chosen. */
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly editable: boolean
  readonly tools?: ReactNode
  readonly onSave: (value: string) => Promise<SaveOutcome>
}

/** One of a few, saved as it is chosen. What is not offered any more stays on whom it was given to. */
export const ChoiceField = ({ label, value, options, editable, tools, onSave }: ChoiceFieldProps) => {
  const { t } = useTranslation('customer')
  const [wish, setWish] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const textOf = (one: string): string => options.find(([key]) => key === one)?.[1] ?? one
  const save = async (next: string): Promise<void> => {
    setWish(next)
    const outcome = await onSave(next)
    setWish(null)
    setFailure(outcome.ok ? null : outcome.text)
  }
  const offered =
    value === '' || options.some(([key]) => key === value) ? options : [...options, [value, value] as const]
  return (
    <div className="fy-edit">
      <dt>{label}</dt>
      <dd>
        <div className="fy-edit-line">
          {editable ? (
            <select
              className="fy-edit-input"
              aria-label={label}
              value={wish ?? value}
              onChange={(event) => {
                void save(event.target.value)
              }}
            >
              <option value="">{t('none')}</option>
              {offered.map(([key, text]) => (
                <option key={key} value={key}>
                  {text}
                </option>
              ))}
            </select>
          ) : (
            <span className="fy-edit-value">{value === '' ? t('none') : textOf(value)}</span>
          )}
          {tools ? <span className="fy-edit-tools">{tools}</span> : null}
        </div>
        {failure ? <ErrorLine text={failure} /> : null}
      </dd>
    </div>
  )
}
