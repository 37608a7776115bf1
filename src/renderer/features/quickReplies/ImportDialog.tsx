import { Upload } from 'lucide-react'
import { useId, useState } from 'react'

import { checkImport, type ImportReport } from '../../../domain/quickReplies/checkImport.ts'
import { QUICK_REPLY_LIMITS } from '../../../protocol/model/limits.ts'
import { useQuery } from '../../core/index.ts'
import { resources } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, plainLine } from '../../ui/index.ts'
import { tellDone } from '../actions/index.ts'
import { contentLine } from './contentLine.ts'
import { exportTable, readTable, TABLE_FORMATS } from './tableFile.ts'
import { libraryOf, useLibraries, type LibraryName } from './useLibraries.ts'

export interface ImportDialogProps {
  readonly library: LibraryName
  readonly onClose: () => void
}

/** So many rows of each kind are shown. */
const SHOWN = 100
/** Larger than any library. */
const MOST_BYTES = 5_000_000

/** Replies from a table: first what would become of each row, then the import (R-06-102). */
export const ImportDialog = ({ library, onClose }: ImportDialogProps) => {
  const { t } = useTranslation('quickReplies')
  const { addNew } = useLibraries()
  const replies = useQuery('quick-replies.list', {})
  const input = useId()
  const [report, setReport] = useState<ImportReport | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const accepted = report?.accepted ?? []

  const read = async (file: File): Promise<void> => {
    setFailure(null)
    setReport(null)
    if (file.size > MOST_BYTES) {
      setFailure(t('import.tooLarge'))
      return
    }
    const rows = await readTable(file)
    if (!rows) {
      setFailure(t('import.unreadable'))
      return
    }
    const known = (replies ?? []).filter((reply) => libraryOf(reply) === library)
    setReport(checkImport(rows, known, HEADINGS))
  }
  const store = async (): Promise<void> => {
    setBusy(true)
    const problem = await addNew(library, accepted)
    setBusy(false)
    if (problem !== null) return setFailure(problem)
    tellDone(t('import.done', { count: accepted.length }))
    onClose()
  }

  return (
    <Dialog
      title={t(`import.title.${library}`)}
      width={640}
      onClose={onClose}
      footer={
        <>
          {failure ? <ErrorLine text={failure} /> : null}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={busy || accepted.length === 0}
            aria-busy={busy}
            onClick={() => {
              void store()
            }}
          >
            {accepted.length === 0 ? t('import.nothing') : t('import.store', { count: accepted.length })}
          </Button>
        </>
      }
    >
      <p>{t('import.about', QUICK_REPLY_LIMITS)}</p>
      <div className="fy-reply-import-file">
        <input
          id={input}
          className="fy-hidden"
          type="file"
          accept=".xlsx,.csv,text/csv,text/plain"
          disabled={replies === undefined}
          onChange={({ target }) => {
            const file = target.files?.[0]
            target.value = ''
            if (file) void read(file)
          }}
        />
        <label htmlFor={input} className="fy-button" data-kind="plain">
          <Upload aria-hidden="true" />
          {t('import.choose')}
        </label>
        {TABLE_FORMATS.map((format) => (
          <Button
            key={format}
            kind="quiet"
            onClick={() => {
              exportTable(format, t('import.templateName'), [t('group'), t('titleField'), t('text')], [])
            }}
          >
            {t('import.template', { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
      {report ? <Report report={report} /> : null}
    </Dialog>
  )
}

const Report = ({ report: { accepted, refused } }: { readonly report: ImportReport }) => {
  const { t } = useTranslation('quickReplies')
  return (
    <div className="fy-reply-report" role="status">
      <h3>{t('import.accepted', { count: accepted.length })}</h3>
      <ul>
        {accepted.slice(0, SHOWN).map((content, index) => (
          <li key={index}>
            <span>{`${plainLine(content.groupName)} · ${plainLine(content.title)}`}</span>
            <span className="fy-secondary fy-cut">{contentLine(content)}</span>
          </li>
        ))}
      </ul>
      {refused.length > 0 ? (
        <>
          <h3>{t('import.refused', { count: refused.length })}</h3>
          <ul>
            {refused.slice(0, SHOWN).map(({ row, title, problem }) => (
              <li key={row}>
                <span>{t('import.row', { row, title: plainLine(title) })}</span>
                <span className="fy-reply-problem">
                  {t(`import.problems.${problem}`, QUICK_REPLY_LIMITS)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

/** A file of either language is read in the other. */
const HEADINGS = [resources['zh-CN'], resources.en].map(({ quickReplies }) =>
  quickReplies.group.toLowerCase(),
)
