import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, plainLine } from '../../ui/index.ts'
import { useFieldDraft } from './drafts.ts'

export interface EditableFieldProps {
  /** Names customer and field: what is typed is kept under it. */
  readonly id: string
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly multiline?: boolean
  readonly editable: boolean
  readonly maxLength: number
  readonly inputMode?: 'text' | 'tel' | 'email' | 'decimal'
  /** Null: in order; else why not. */
  readonly check?: (text: string) => string | null
  /** What else can be done with the field. */
  readonly tools?: ReactNode
  /** `was`: what was there when its author began; else what is there now, which they have seen. */
  readonly onSave: (text: string, was: string) => Promise<SaveOutcome>
}

export type SaveOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly conflict: boolean; readonly text: string }

/**
 * A value edited in its place: Enter saves, Esc restores, leaving saves; what cannot be stays, red, with its reason, and is
 * there again when the customer is.
 */
export const EditableField = (props: EditableFieldProps) => {
  const { id, label, value, placeholder, multiline = false, editable } = props
  const { maxLength, inputMode = 'text', check, tools, onSave } = props
  const { t } = useTranslation('customer')
  const [draft, setDraft] = useFieldDraft(id)
  const [failure, setFailure] = useState<Exclude<SaveOutcome, { ok: true }> | null>(null)
  const [saving, setSaving] = useState(false)
  const restoring = useRef(false)
  const wrong = draft ? (check?.(draft.text.trim()) ?? null) : null

  const restore = (): void => {
    setDraft(null)
    setFailure(null)
  }
  const save = async (was: string): Promise<void> => {
    if (!draft || saving) return
    const next = draft.text.trim()
    if (next === value) {
      restore()
      return
    }
    if (wrong !== null) return
    setSaving(true)
    const outcome = await onSave(next, was)
    setSaving(false)
    if (outcome.ok) restore()
    else setFailure(outcome)
  }

  const field = {
    className: 'fy-edit-input',
    'aria-label': label,
    'aria-invalid': wrong !== null || failure !== null,
    value: draft?.text ?? value,
    placeholder,
    maxLength,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setDraft({ text: event.target.value, base: draft?.base ?? value })
      if (!failure?.conflict) setFailure(null)
    },
    onBlur: () => {
      if (restoring.current) restoring.current = false
      else if (draft && !failure?.conflict) void save(draft.base)
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.nativeEvent.isComposing || event.keyCode === 229) return
      if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        if (draft) void save(draft.base)
      } else if (event.key === 'Escape' && draft) {
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
        <div className="fy-edit-line">
          {!editable ? (
            <span className="fy-edit-value">{plainLine(value) || t('none')}</span>
          ) : multiline ? (
            <textarea rows={2} {...field} />
          ) : (
            <input inputMode={inputMode} {...field} />
          )}
          {tools ? <span className="fy-edit-tools">{tools}</span> : null}
        </div>
        {wrong === null ? null : <ErrorLine text={wrong} />}
        {failure && wrong === null ? (
          <ErrorLine text={failure.text}>
            {failure.conflict ? (
              <>
                <Button
                  onClick={() => {
                    void save(value)
                  }}
                >
                  {t('conflict.mine', { value: draft?.text ?? '' })}
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
