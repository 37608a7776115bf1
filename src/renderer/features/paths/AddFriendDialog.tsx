import { useState } from 'react'

import { characterCount, textWidth } from '../../../base/textWidth.ts'
import type { ContactGroupId, Conversation } from '../../../protocol/model/index.ts'
import { FRIEND_TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useFormDraft, useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, Field, LineField, NoteField, Segments } from '../../ui/index.ts'

export interface AddFriendDialogProps {
  readonly conversation: Conversation
  readonly name: string
  readonly onClose: () => void
}

const REMARK_LIMIT = 32
const NOTHING: {
  readonly as: 'organization' | 'agent'
  readonly text: string
  readonly remark: string
  readonly groupId: ContactGroupId | null
} = { as: 'organization', text: '', remark: '', groupId: null }

/** Asks the customer to be friends with the company, which every agent can then write to them as, or with oneself. */
export const AddFriendDialog = ({ conversation, name, onClose }: AddFriendDialogProps) => {
  const { t } = useTranslation('paths')
  const run = useRun()
  const errorText = useErrorText()
  const { values, change, forget } = useFormDraft(`add-friend ${conversation.id}`, NOTHING)
  const { as, text, remark, groupId } = values
  const groups = useQuery('contacts.filed', {})?.groups.filter(({ list }) => list === 'friends') ?? []
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const dismiss = (): void => {
    forget()
    onClose()
  }
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
    if (answer.ok) dismiss()
    else setFailure(errorText(answer.code, answer.details))
  }
  const tooLong = textWidth(text) > FRIEND_TEXT_LIMIT || characterCount(remark.trim()) > REMARK_LIMIT
  return (
    <Dialog
      title={t('add.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={dismiss}>{t('cancel')}</Button>
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
          onChange={(next) => {
            change({ as: next })
          }}
        />
        <p className="fy-secondary">{t(as === 'organization' ? 'add.mainHint' : 'add.selfHint')}</p>
        <NoteField
          label={t('add.text')}
          value={text}
          limit={FRIEND_TEXT_LIMIT}
          onChange={(next) => {
            change({ text: next })
          }}
        />
        <LineField
          label={t('add.remark')}
          value={remark}
          limit={REMARK_LIMIT}
          measure={characterCount}
          onChange={(next) => {
            change({ remark: next })
          }}
        />
        {as === 'agent' && groups.length > 0 ? (
          <Field label={t('add.group')}>
            <select
              value={groupId ?? ''}
              onChange={({ target: { value } }) => {
                change({ groupId: groups.find(({ id }) => id === value)?.id ?? null })
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
