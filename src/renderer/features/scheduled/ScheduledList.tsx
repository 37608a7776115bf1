import { CalendarClock, CircleAlert, Pencil, SendHorizontal, X } from 'lucide-react'

import type { ScheduledRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useKeptOpenOf, useQuery } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import {
  Button,
  ErrorLine,
  fullTime,
  IconButton,
  plainLine,
  serverNow,
  dueTime,
  useLanguage,
} from '../../ui/index.ts'
import { EditScheduled } from './EditScheduled.tsx'
import { useScheduling } from './useScheduling.ts'

import './scheduled.css'

/** What goes out later in this conversation, and what could not, with the reason. */
export const ScheduledList = ({ conversationId }: { readonly conversationId: ConversationId }) => {
  const { t } = useTranslation('composer')
  const language = useLanguage()
  const errorText = useErrorText()
  const scheduling = useScheduling()
  const [editingId, edit] = useKeptOpenOf<ScheduledRow['id']>('scheduled')
  const all = useQuery('scheduled-messages.list', {})
  const rows = all?.filter((row) => row.conversationId === conversationId) ?? []
  const editing = rows.find(({ id }) => id === editingId)
  if (rows.length === 0 && !scheduling.failure) return null
  return (
    <section className="fy-later" aria-label={t('later.list')}>
      <ul>
        {rows.map((row) => {
          const { id, text, dueAt, failure } = row
          const line = plainLine(text)
          return (
            <li key={id} data-failed={failure !== null || undefined}>
              {failure === null ? <CalendarClock aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
              <span
                className="fy-later-when"
                title={failure === null ? fullTime(dueAt, language) : errorText(failure)}
              >
                {failure === null ? dueTime(dueAt, serverNow(), language) : errorText(failure)}
              </span>
              <span className="fy-cut" title={line}>
                {line}
              </span>
              <span className="fy-grow" />
              <IconButton
                label={t('later.now', { text: line })}
                onClick={() => {
                  void scheduling.send(id)
                }}
              >
                <SendHorizontal />
              </IconButton>
              <IconButton
                label={t('later.edit', { text: line })}
                onClick={() => {
                  edit(id)
                }}
              >
                <Pencil />
              </IconButton>
              <IconButton
                label={t('later.remove', { text: line })}
                onClick={() => {
                  void scheduling.remove(row)
                }}
              >
                <X />
              </IconButton>
            </li>
          )
        })}
      </ul>
      {scheduling.failure ? (
        <ErrorLine text={scheduling.failure}>
          <Button kind="quiet" onClick={scheduling.dismiss}>
            {t('dismiss')}
          </Button>
        </ErrorLine>
      ) : null}
      {editing ? (
        <EditScheduled
          scheduled={editing}
          onClose={() => {
            edit(null)
          }}
        />
      ) : null}
    </section>
  )
}
