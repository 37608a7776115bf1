import { useState } from 'react'

import type { Conversation, Me } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine } from '../../ui/index.ts'

export interface EndFriendDialogProps {
  readonly conversation: Conversation
  readonly name: string
  readonly me: Me
  readonly onClose: () => void
}

/** Asks before a friendship ends; that the customer is blocked too is ticked beforehand (R-02-303). */
export const EndFriendDialog = ({ conversation, name, me, onClose }: EndFriendDialogProps) => {
  const { t } = useTranslation('paths')
  const run = useRun()
  const errorText = useErrorText()
  const mayBlock = conversation.face.kind === 'agent' || me.permissions.includes('block.company')
  const [block, setBlock] = useState(mayBlock)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const end = async (): Promise<void> => {
    setBusy(true)
    const answer = await run('friendship.end', { conversationId: conversation.id, block })
    setBusy(false)
    if (answer.ok) onClose()
    else setFailure(errorText(answer.code, answer.details))
  }
  return (
    <Dialog
      title={t('end.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="danger"
            disabled={busy}
            onClick={() => {
              void end()
            }}
          >
            {t('end.do')}
          </Button>
        </>
      }
    >
      <div className="fy-path-form">
        <p>{t(conversation.face.kind === 'agent' ? 'end.ask' : 'end.askCompany')}</p>
        {mayBlock ? (
          <label className="fy-path-tick">
            <input
              type="checkbox"
              checked={block}
              onChange={(event) => {
                setBlock(event.target.checked)
              }}
            />
            {t('end.block')}
          </label>
        ) : null}
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </Dialog>
  )
}
