import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorLine } from './ErrorLine.tsx'
import { Field } from './Field.tsx'

export interface NameDialogProps {
  readonly title: string
  readonly label: string
  readonly name: string
  /** In characters. */
  readonly limit: number
  readonly placeholder?: string
  /** An empty name says something too. */
  readonly optional?: boolean
  /** Why it could not be saved. */
  readonly failure: string | null
  /** Gets it without the spaces around it; true: it is saved, and the dialog goes. */
  readonly onSave: (name: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for one name. */
export const NameDialog = (props: NameDialogProps) => {
  const { title, label, limit, placeholder, optional = false, failure, onSave, onClose } = props
  const { t } = useTranslation('common')
  const form = useId()
  const [name, setName] = useState(props.name)
  const [busy, setBusy] = useState(false)
  const ready = !busy && (optional || name.trim() !== '')
  const save = async (): Promise<void> => {
    setBusy(true)
    const saved = await onSave(name.trim())
    setBusy(false)
    if (saved) onClose()
  }
  return (
    <Dialog
      title={title}
      width={360}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form} disabled={!ready}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void save()
        }}
      >
        <Field label={label}>
          <input
            value={name}
            maxLength={limit}
            placeholder={placeholder}
            onChange={(event) => {
              setName(event.target.value)
            }}
          />
        </Field>
        {failure ? <ErrorLine text={failure} /> : null}
      </form>
    </Dialog>
  )
}
