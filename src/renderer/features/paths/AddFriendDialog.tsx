import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { characterCount, textWidth } from '../../../base/textWidth.ts'
import type { ContactGroupId, Conversation } from '../../../protocol/model/index.ts'
import { FRIEND_TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { Button, Dialog, ErrorLine, Field, LineField, NoteField, Segments } from '../../ui/index.ts'

export interface AddFriendDialogProps {
  readonly conversation: Conversation
  readonly name: string
  readonly onClose: () => void
}

const REMARK_LIMIT = 32

/** Asks the customer to be friends with the company, which every agent can then write to them as, or with oneself. */
export const AddFriendDialog = ({ conversation, name, onClose }: AddFriendDialogProps) => {
  const { t } = useTranslation('paths')
  const run = useRun()
  const errorText = useErrorText()
  const [as, setAs] = useState<'organization' | 'agent'>('organization')
  const [text, setText] = useState('')
  const [remark, setRemark] = useState('')
  const groups = useQuery('contacts.filed', {})?.groups.filter(({ list }) => list === 'friends') ?? []
  const [groupId, setGroupId] = useState<ContactGroupId | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const ask = async (): Promise<void> => {
    setBusy(true)
    const answer = await run('friendship.ask', {
      conversationId: conversation.id,
      as,
      text,
      remark,
      ...(as === 'agent' && { groupId }),
    })
    setBusy(false)
    if (answer.ok) onClose()
    else setFailure(errorText(answer.code, answer.details))
  }
  const tooLong = textWidth(text) > FRIEND_TEXT_LIMIT || characterCount(remark.trim()) > REMARK_LIMIT
  return (
    <Dialog
      title={t('add.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={busy || tooLong}
            onClick={() => {
              void ask()
            }}
          >
            {t('add.do')}
          </Button>
        </>
      }
    >
      <div className="fy-path-form">
        <Segments
          label={t('add.as')}
          value={as}
          options={[
            ['organization', t('add.main')],
            ['agent', t('add.self')],
          ]}
          onChange={setAs}
        />
        <p className="fy-secondary">{t(as === 'organization' ? 'add.mainHint' : 'add.selfHint')}</p>
        <NoteField label={t('add.text')} value={text} limit={FRIEND_TEXT_LIMIT} onChange={setText} />
        <LineField
          label={t('add.remark')}
          value={remark}
          limit={REMARK_LIMIT}
          measure={characterCount}
          onChange={setRemark}
        />
        {as === 'agent' && groups.length > 0 ? (
          <Field label={t('add.group')}>
            <select
              value={groupId ?? ''}
              onChange={({ target: { value } }) => {
                setGroupId(groups.find(({ id }) => id === value)?.id ?? null)
              }}
            >
              <option value="">{t('add.noGroup')}</option>
              {groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.name}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </Dialog>
  )
}
