import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ContactGroup, ContactGroupId, ContactList } from '../../../protocol/model/index.ts'
import { CONTACT_LIMITS } from '../../../protocol/model/limits.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { Button, Dialog, ErrorLine, Field } from '../../ui/index.ts'

export interface GroupDialogProps {
  readonly list: ContactList
  /** Null: a new one. */
  readonly group: ContactGroup | null
  readonly onSaved?: (id: ContactGroupId) => void
  readonly onClose: () => void
}

/** Asks for the name of a group. */
export const GroupDialog = ({ list, group, onSaved, onClose }: GroupDialogProps) => {
  const { t } = useTranslation('contacts')
  const run = useRun()
  const errorText = useErrorText()
  const form = useId()
  // The same one if it has to be tried again.
  const [id] = useState(() => group?.id ?? (crypto.randomUUID() as ContactGroupId))
  const [name, setName] = useState(group?.name ?? '')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const ready = !busy && name.trim() !== ''
  const save = async (): Promise<void> => {
    setBusy(true)
    const answer = await run('contact-group.save', { id, list, name: name.trim() })
    setBusy(false)
    if (answer.ok) {
      onClose()
      onSaved?.(id)
    } else setFailure(errorText(answer.code, answer.details))
  }
  return (
    <Dialog
      title={t(group ? 'renameGroup' : 'newGroupTitle')}
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
        <Field label={t('groupName')}>
          <input
            value={name}
            maxLength={CONTACT_LIMITS.groupName}
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
