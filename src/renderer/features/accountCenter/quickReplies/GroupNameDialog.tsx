import { useState } from 'react'

import { QUICK_REPLY_LIMITS } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Dialog, ErrorLine, Field, plainLine } from '../../../ui/index.ts'
import { useLibraries } from '../../quickReplies/index.ts'

export interface GroupNameDialogProps {
  readonly name: string
  readonly onClose: () => void
}

/** Another name for a group of the company's replies. */
export const GroupNameDialog = ({ name, onClose }: GroupNameDialogProps) => {
  const { t } = useTranslation('quickReplies')
  const { renameGroup } = useLibraries()
  const [to, setTo] = useState(name)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    const problem = await renameGroup('company', name, to.trim())
    setBusy(false)
    if (problem === null) onClose()
    else setFailure(problem)
  }
  return (
    <Dialog
      title={t('page.renameNamed', { name: plainLine(name) })}
      onClose={onClose}
      footer={
        <>
          {failure ? <ErrorLine text={failure} /> : null}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={busy || to.trim() === ''}
            onClick={() => {
              void save()
            }}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <Field label={t('page.newName')}>
        <input
          value={to}
          maxLength={QUICK_REPLY_LIMITS.groupName}
          onChange={({ target: { value } }) => {
            setTo(value)
          }}
        />
      </Field>
    </Dialog>
  )
}
