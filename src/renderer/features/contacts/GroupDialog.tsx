import { useState } from 'react'

import type { ContactGroup, ContactGroupId, ContactList } from '../../../protocol/model/index.ts'
import { CONTACT_LIMITS } from '../../../protocol/model/limits.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { NameDialog } from '../../ui/index.ts'

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
  // The same one if it has to be tried again.
  const [id] = useState(() => group?.id ?? (crypto.randomUUID() as ContactGroupId))
  const [failure, setFailure] = useState<string | null>(null)
  const save = async (name: string): Promise<boolean> => {
    const answer = await run('contact-group.save', { id, list, name })
    if (answer.ok) onSaved?.(id)
    else setFailure(errorText(answer.code, answer.details))
    return answer.ok
  }
  return (
    <NameDialog
      title={t(group ? 'renameGroup' : 'newGroupTitle')}
      label={t('groupName')}
      name={group?.name ?? ''}
      limit={CONTACT_LIMITS.groupName}
      failure={failure}
      onSave={save}
      onClose={onClose}
    />
  )
}
