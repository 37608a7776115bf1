import { Clock, StickyNote } from 'lucide-react'

import type { SessionNote } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { clockTime, fullTime, plainText, useLanguage } from '../../ui/index.ts'

export interface NoteRowProps {
  readonly note: SessionNote
  readonly author: string
  /** It has not reached the server. */
  readonly waiting: boolean
}

/** What a colleague noted at this place; no customer ever sees it (R-03-189). */
export const NoteRow = ({ note, author, waiting }: NoteRowProps) => {
  const { t } = useTranslation('todos')
  const language = useLanguage()
  return (
    <article className="fy-note-row" aria-label={t('notes.of', { name: author })}>
      <header className="fy-secondary">
        <StickyNote aria-hidden="true" />
        <span className="fy-cut">{t('notes.of', { name: author })}</span>
        <time dateTime={new Date(note.at).toISOString()} title={fullTime(note.editedAt ?? note.at, language)}>
          {clockTime(note.at, language)}
          {note.editedAt === null ? '' : ` · ${t('notes.edited')}`}
        </time>
        {waiting ? <Clock role="img" aria-label={t('notes.waiting')} /> : null}
      </header>
      <p>{plainText(note.text)}</p>
    </article>
  )
}
