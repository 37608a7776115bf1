import { Pencil, Trash2 } from 'lucide-react'

import type { SessionNote } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { fullTime, IconButton, plainText, RelativeTime, useLanguage } from '../../ui/index.ts'

export interface NoteItemProps {
  readonly note: SessionNote
  readonly author: string
  /** It stands beside an earlier session of the conversation. */
  readonly former: boolean
  readonly own: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
}

export const NoteItem = ({ note, author, former, own, onEdit, onRemove }: NoteItemProps) => {
  const { t } = useTranslation('todos')
  const language = useLanguage()
  return (
    <article className="fy-session-note">
      <header>
        <span className="fy-cut">{author}</span>
        <span className="fy-secondary" title={fullTime(note.editedAt ?? note.at, language)}>
          <RelativeTime at={note.at} />
          {note.editedAt === null ? '' : ` · ${t('notes.edited')}`}
          {former ? ` · ${t('notes.former')}` : ''}
        </span>
        {own ? (
          <span className="fy-session-note-actions">
            <IconButton label={t('notes.edit')} onClick={onEdit}>
              <Pencil />
            </IconButton>
            <IconButton label={t('notes.remove')} onClick={onRemove}>
              <Trash2 />
            </IconButton>
          </span>
        ) : null}
      </header>
      <p>{plainText(note.text)}</p>
    </article>
  )
}
