import { Plus } from 'lucide-react'
import { useState } from 'react'

import type { Session, SessionId, SessionNote, SessionNoteId } from '../../../protocol/model/index.ts'
import { useKeptOpenOf, useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { offerUndo } from '../actions/index.ts'
import { NoteForm } from './NoteForm.tsx'
import { NoteItem } from './NoteItem.tsx'

import './sessionNotes.css'

/** What colleagues noted beside the sessions of a conversation; everybody who sees it may add to it. */
export const SessionNotes = ({ session }: { readonly session: Session }) => {
  const { t } = useTranslation('todos')
  const run = useRun()
  const errorText = useErrorText()
  const notes = useQuery('session-notes.list', { conversationId: session.conversationId }) ?? []
  const agents = useQuery('organization.get', {})?.agents ?? []
  const me = useQuery('account.current', {})?.me
  /** The note that is being written anew, or the session for which one more is written. */
  const [editing, setEditing] = useKeptOpenOf<SessionNoteId | SessionId>('session-note')
  const [failure, setFailure] = useState<string | null>(null)
  const mayWrite = me?.permissions.includes('chat.external') ?? false

  const save = async (note: Pick<SessionNote, 'id' | 'sessionId'>, text: string): Promise<boolean> => {
    const answer = await run('session-note.save', { id: note.id, sessionId: note.sessionId, text })
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
    if (answer.ok) setEditing(null)
    return answer.ok
  }
  const remove = async ({ id }: SessionNote): Promise<void> => {
    const answer = await run('session-note.remove', { id })
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
    if (!answer.ok) return
    offerUndo({
      text: t('notes.removed'),
      undo: async () => {
        const back = await run('session-note.restore', { id })
        return back.ok ? null : errorText(back.code, back.details)
      },
    })
  }
  const form = (about: string, note: Pick<SessionNote, 'id' | 'sessionId'>, text: string) => (
    <NoteForm
      about={about}
      text={text}
      onSave={(written) => save(note, written)}
      onCancel={() => {
        setEditing(null)
      }}
    />
  )

  if (!mayWrite && notes.length === 0) return null
  return (
    <div className="fy-notes">
      <h4>{t('notes.title')}</h4>
      {notes.length > 0 ? (
        <ul>
          {notes.map((note) => (
            <li key={note.id}>
              {editing === note.id ? (
                form(note.id, note, note.text)
              ) : (
                <NoteItem
                  note={note}
                  author={agents.find(({ id }) => id === note.agentId)?.name ?? t('notes.somebody')}
                  former={note.sessionId !== session.id}
                  own={mayWrite && note.agentId === me?.agentId}
                  onEdit={() => {
                    setEditing(note.id)
                  }}
                  onRemove={() => {
                    void remove(note)
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {failure ? <ErrorLine text={failure} /> : null}
      {!mayWrite ? null : editing === session.id ? (
        form(session.id, { id: crypto.randomUUID() as SessionNoteId, sessionId: session.id }, '')
      ) : (
        <Button
          kind="quiet"
          title={t('notes.hint')}
          onClick={() => {
            setEditing(session.id)
          }}
        >
          <Plus aria-hidden="true" />
          {t('notes.add')}
        </Button>
      )}
    </div>
  )
}
