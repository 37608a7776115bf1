import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { Button, ErrorLine, plainLine } from '../../ui/index.ts'

export interface EditableFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly multiline?: boolean
  readonly editable: boolean
  readonly maxLength: number
  readonly inputMode?: 'text' | 'tel' | 'email'
  /** Null: in order; else why not. */
  readonly check?: (text: string) => string | null
  /** Null: saved; else what went wrong. `conflict`: somebody else saved first. */
  readonly onSave: (text: string, force: boolean) => Promise<SaveOutcome>
}

export type SaveOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly conflict: boolean; readonly text: string }

/** A value edited in its place: Enter saves, Esc restores, leaving saves; nothing typed is lost on an error. */
export const EditableField = (props: EditableFieldProps) => {
  const {
    label,
    value,
    placeholder,
    multiline = false,
    editable,
    maxLength,
    inputMode = 'text',
    check,
    onSave,
  } = props
  const { t } = useTranslation('customer')
  const [typed, setTyped] = useState<string | null>(null)
  const [failure, setFailure] = useState<Exclude<SaveOutcome, { ok: true }> | null>(null)
  const [saving, setSaving] = useState(false)
  const restoring = useRef(false)

  const save = async (force: boolean): Promise<void> => {
    if (typed === null || saving) return
    const next = typed.trim()
    if (next === value && !force) {
      setTyped(null)
      setFailure(null)
      return
    }
    const wrong = check?.(next) ?? null
    if (wrong !== null) {
      setFailure({ ok: false, conflict: false, text: wrong })
      return
    }
    setSaving(true)
    const outcome = await onSave(next, force)
    setSaving(false)
    if (outcome.ok) {
      setTyped(null)
      setFailure(null)
    } else setFailure(outcome)
  }

  const restore = (): void => {
    setTyped(null)
    setFailure(null)
  }

  const field = {
    className: 'fy-edit-input',
    'aria-label': label,
    'aria-invalid': failure !== null,
    value: typed ?? value,
    placeholder,
    maxLength,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped(event.target.value)
    },
    onBlur: () => {
      if (restoring.current) restoring.current = false
      else if (!failure?.conflict) void save(false)
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.nativeEvent.isComposing || event.keyCode === 229) return
      if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        void save(false)
      } else if (event.key === 'Escape' && typed !== null) {
        event.preventDefault()
        event.stopPropagation()
        restoring.current = true
        restore()
        event.currentTarget.blur()
      }
    },
  }

  return (
    <div className="fy-edit" data-multiline={multiline || undefined}>
      <dt>{label}</dt>
      <dd>
        {!editable ? (
          <span className="fy-edit-value">{plainLine(value) || t('none')}</span>
        ) : multiline ? (
          <textarea rows={2} {...field} />
        ) : (
          <input inputMode={inputMode} {...field} />
        )}
        {failure ? (
          <ErrorLine text={failure.text}>
            {failure.conflict ? (
              <>
                <Button
                  onClick={() => {
                    void save(true)
                  }}
                >
                  {t('conflict.mine', { value: typed ?? '' })}
                </Button>
                <Button kind="quiet" onClick={restore}>
                  {t('conflict.theirs', { value: value || t('none') })}
                </Button>
              </>
            ) : null}
          </ErrorLine>
        ) : null}
      </dd>
    </div>
  )
}
