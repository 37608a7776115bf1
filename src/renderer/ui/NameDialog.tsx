import { useId, useState } from 'react'

import { useTranslation } from '../translation/index.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorLine } from './ErrorLine.tsx'
import { LineField } from './LineField.tsx'

export interface NameDialogProps {
  readonly title: string
  readonly label: string
  readonly name: string
  readonly limit: number
  /** How the limit counts; by places in memory, as most names are counted. */
  readonly measure?: (name: string) => number
  readonly placeholder?: string
  readonly hint?: string
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
  const { title, label, limit, measure = lengthOf, placeholder, hint } = props
  const { optional = false, failure, onSave, onClose } = props
  const { t } = useTranslation('common')
  const form = useId()
  const [name, setName] = useState(props.name)
  const [busy, setBusy] = useState(false)
  const ready = !busy && (optional || name.trim() !== '') && measure(name.trim()) <= limit
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
        <LineField
          label={label}
          value={name}
          limit={limit}
          measure={measure}
          placeholder={placeholder}
          onChange={setName}
        />
        {hint ? <p className="fy-secondary">{hint}</p> : null}
        {failure ? <ErrorLine text={failure} /> : null}
      </form>
    </Dialog>
  )
}

const lengthOf = (name: string): number => name.length
