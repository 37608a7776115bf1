import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import type { FollowRecord } from '../../../protocol/model/index.ts'
import { FOLLOW_RECORD_EDIT_MS, FOLLOW_RECORD_LIMIT } from '../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import {
  Button,
  ErrorLine,
  fullTime,
  IconButton,
  plainText,
  RelativeTime,
  serverNow,
  Skeleton,
  useLanguage,
} from '../../ui/index.ts'
import { offerUndo } from '../actions/index.ts'
import { useFieldDraft } from './drafts.ts'
import { KeptLine } from './KeptLine.tsx'

/** What was done for the customer, and the way to add to it (Alt+F). */
export const FollowRecords = ({ view }: { readonly view: ConversationView }) => {
  const { t } = useTranslation('customer')
  const { customer, conversation } = view
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const answer = useQuery('customer.follow-records', { conversationId: conversation.id }, { keep: true })
  const [draft, setDraft] = useFieldDraft(`${customer.id} follow-record`)
  const [failure, setFailure] = useState<string | null>(null)
  const editable = me?.permissions.includes('customer.edit') ?? false
  const add = async (): Promise<void> => {
    const text = draft?.text.trim() ?? ''
    if (text === '') return
    const saved = await run('follow-record.add', { customerId: customer.id, text })
    setFailure(saved.ok ? null : errorText(saved.code, saved.details))
    if (saved.ok) setDraft(null)
  }
  const remove = async (record: FollowRecord): Promise<void> => {
    const gone = await run('follow-record.remove', { customerId: customer.id, id: record.id })
    setFailure(gone.ok ? null : errorText(gone.code, gone.details))
    if (!gone.ok) return
    offerUndo({
      text: t('follow.removed'),
      undo: async () => {
        const back = await run('follow-record.add', { customerId: customer.id, text: record.text })
        return back.ok ? null : errorText(back.code, back.details)
      },
    })
  }
  return (
    <section>
      <h3>{t('follow.title')}</h3>
      {editable ? (
        <div className="fy-follow-add">
          <textarea
            rows={2}
            data-follow
            className="fy-follow-input"
            aria-label={t('follow.add')}
            placeholder={t('follow.add')}
            maxLength={FOLLOW_RECORD_LIMIT}
            value={draft?.text ?? ''}
            onChange={({ target }) => {
              setDraft(target.value === '' ? null : { text: target.value, base: '' })
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey))
                return
              event.preventDefault()
              void add()
            }}
          />
          {draft ? (
            <Button
              onClick={() => {
                void add()
              }}
            >
              {t('follow.save')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {failure ? <ErrorLine text={failure} /> : null}
      {answer === undefined ? <Skeleton rows={2} rowHeight={40} /> : null}
      {answer === null ? <p className="fy-secondary">{t('follow.unknown')}</p> : null}
      {answer ? <KeptLine keptAt={answer.keptAt} /> : null}
      {answer?.records.length === 0 ? <p className="fy-secondary">{t('follow.none')}</p> : null}
      <ol className="fy-follow-list">
        {answer?.records.map((record) => (
          <Record
            key={record.id}
            record={record}
            customerId={customer.id}
            own={editable && record.authorId === me?.agentId}
            onRemove={() => {
              void remove(record)
            }}
          />
        ))}
      </ol>
    </section>
  )
}

interface RecordProps {
  readonly record: FollowRecord
  readonly customerId: ConversationView['customer']['id']
  readonly own: boolean
  readonly onRemove: () => void
}

const Record = ({ record, customerId, own, onRemove }: RecordProps) => {
  const { t } = useTranslation('customer')
  const language = useLanguage()
  const run = useRun()
  const errorText = useErrorText()
  const agents = useQuery('organization.get', {})?.agents
  const [draft, setDraft] = useFieldDraft(`${customerId} follow-record ${record.id}`)
  const [failure, setFailure] = useState<string | null>(null)
  const changeable = own && serverNow() - record.at < FOLLOW_RECORD_EDIT_MS
  const save = async (): Promise<void> => {
    if (!draft) return
    const args = { customerId, id: record.id, was: draft.base, text: draft.text.trim() }
    const saved = await run('follow-record.edit', args)
    setFailure(saved.ok ? null : errorText(saved.code, saved.details))
    if (saved.ok) setDraft(null)
  }
  return (
    <li>
      <div className="fy-follow-head fy-secondary">
        <span className="fy-cut">{agents?.find(({ id }) => id === record.authorId)?.name ?? t('none')}</span>
        <span title={fullTime(record.editedAt ?? record.at, language)}>
          <RelativeTime at={record.at} />
          {record.editedAt === null ? null : ` · ${t('follow.edited')}`}
        </span>
        {changeable && !draft ? (
          <span className="fy-follow-tools">
            <IconButton
              label={t('follow.edit')}
              onClick={() => {
                setDraft({ text: record.text, base: record.text })
              }}
            >
              <Pencil aria-hidden="true" />
            </IconButton>
            <IconButton label={t('follow.remove')} onClick={onRemove}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </span>
        ) : null}
      </div>
      {draft ? (
        <div className="fy-follow-add">
          <textarea
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever asks to edit it goes on in it
            autoFocus
            rows={3}
            className="fy-follow-input"
            aria-label={t('follow.edit')}
            maxLength={FOLLOW_RECORD_LIMIT}
            value={draft.text}
            onChange={({ target }) => {
              setDraft({ ...draft, text: target.value })
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                void save()
              } else if (event.key === 'Escape') {
                event.stopPropagation()
                setDraft(null)
              }
            }}
          />
          <Button
            disabled={draft.text.trim() === ''}
            onClick={() => {
              void save()
            }}
          >
            {t('follow.save')}
          </Button>
        </div>
      ) : (
        <p className="fy-follow-text">{plainText(record.text)}</p>
      )}
      {failure ? <ErrorLine text={failure} /> : null}
    </li>
  )
}
