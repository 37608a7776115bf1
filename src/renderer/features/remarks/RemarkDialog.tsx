import { useState } from 'react'

import { characterCount } from '../../../base/textWidth.ts'
import type { CustomerId } from '../../../protocol/model/index.ts'
import { PRIVATE_REMARK_LIMIT } from '../../../protocol/model/limits.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { NameDialog } from '../../ui/index.ts'

export interface RemarkDialogProps {
  readonly customerId: CustomerId
  /** As everybody calls them. */
  readonly name: string
  /** As it is now; empty: there is none. */
  readonly remark: string
  readonly onClose: () => void
}

/** Asks what the agent calls a customer; nobody else sees it (R-03-131). */
export const RemarkDialog = ({ customerId, name, remark, onClose }: RemarkDialogProps) => {
  const { t } = useTranslation('customer')
  const run = useRun()
  const errorText = useErrorText()
  const [failure, setFailure] = useState<string | null>(null)
  const save = async (text: string): Promise<boolean> => {
    const answer = await run('private-remark.set', { customerId, text })
    if (!answer.ok) setFailure(errorText(answer.code, answer.details))
    return answer.ok
  }
  return (
    <NameDialog
      title={t('remark.title', { name })}
      label={t('remark.label')}
      name={remark}
      limit={PRIVATE_REMARK_LIMIT}
      measure={characterCount}
      placeholder={name}
      hint={t('remark.hint')}
      optional
      failure={failure}
      onSave={save}
      onClose={onClose}
    />
  )
}
