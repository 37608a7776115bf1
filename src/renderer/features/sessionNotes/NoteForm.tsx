import { useState, type KeyboardEvent } from 'react'

import { SESSION_NOTE_LIMITS } from '../../../protocol/model/limits.ts'
import { useFormDraft } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'

export interface NoteFormProps {
  /** Names the note, or the session that one more is written for. */
  readonly about: string
  readonly text: string
  readonly onSave: (text: string) => Promise<boolean>
  readonly onCancel: () => void
}

/** Writes a note: Ctrl+Enter saves, Escape gives up. */
export const NoteForm = ({ about, text: before, onSave, onCancel }: NoteFormProps) => {
  const { t } = useTranslation('todos')
  const { values, change, forget } = useFormDraft(`note ${about}`, { text: before })
  const { text } = values
  const [busy, setBusy] = useState(false)
  const ready = text.trim() !== '' && !busy
  const save = async (): Promise<void> => {
    if (!ready) return
    setBusy(true)
    const saved = await onSave(text)
    setBusy(false)
    if (saved) forget()
  }
  const dismiss = (): void => {
    forget()
    onCancel()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') dismiss()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className="fy-note-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <textarea
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by the button that it replaces
        autoFocus
        rows={3}
        aria-label={t('notes.label')}
        placeholder={t('notes.hint')}
        maxLength={SESSION_NOTE_LIMITS.text}
        value={text}
        onChange={(event) => {
          change({ text: event.target.value })
        }}
        onKeyDown={onKeyDown}
      />
      <div>
        <Button kind="primary" type="submit" disabled={!ready}>
          {t('notes.save')}
        </Button>
        <Button kind="quiet" onClick={dismiss}>
          {t('notes.cancel')}
        </Button>
      </div>
    </form>
  )
}
