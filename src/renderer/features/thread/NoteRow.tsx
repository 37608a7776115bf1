import { StickyNote } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { SessionNote } from '../../../protocol/model/index.ts'
import { clockTime, fullTime, plainText, useLanguage } from '../../ui/index.ts'

/** What a colleague noted at this place; no customer ever sees it (R-03-189). */
export const NoteRow = ({ note, author }: { readonly note: SessionNote; readonly author: string }) => {
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
      </header>
      <p>{plainText(note.text)}</p>
    </article>
  )
}
