import { Paperclip, X } from 'lucide-react'
import { useId, useState } from 'react'

import { beginsAsProgram, ruleAgainst } from '../../../protocol/model/fileRules.ts'
import type { QuickReplyFile, StoredFile } from '../../../protocol/model/index.ts'
import { IMAGE_LIMIT_BYTES, QUICK_REPLY_LIMITS } from '../../../protocol/model/limits.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ErrorLine, IconButton, plainLine } from '../../ui/index.ts'
import { useRuleText } from '../files/index.ts'

export interface FileListProps {
  readonly files: readonly QuickReplyFile[]
  readonly onChange: (files: QuickReplyFile[]) => void
}

const IMAGES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])

/** Pictures and files that a reply sends behind its texts; each is with the server before the reply is saved. */
export const FileList = ({ files, onChange }: FileListProps) => {
  const { t } = useTranslation('quickReplies')
  const run = useRun()
  const errorText = useErrorText()
  const ruleText = useRuleText()
  const input = useId()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const take = async (chosen: readonly File[]): Promise<void> => {
    setFailure(null)
    setBusy(true)
    const taken: QuickReplyFile[] = []
    for (const file of chosen.slice(0, QUICK_REPLY_LIMITS.files - files.length)) {
      const as = IMAGES.has(file.type) && file.size <= IMAGE_LIMIT_BYTES ? 'image' : 'file'
      const rule =
        ruleAgainst(file) ?? (as === 'file' && (await beginsAsProgram(file)) ? 'type-not-allowed' : null)
      if (rule) {
        setFailure(ruleText(rule, file.name))
        continue
      }
      const answer = await run('file.upload', { file, name: file.name, as })
      if (answer.ok) taken.push(replyFile(answer.value.file))
      else setFailure(errorText(answer.code, answer.details))
    }
    setBusy(false)
    if (taken.length > 0) onChange([...files, ...taken])
  }
  return (
    <div className="fy-reply-files">
      {files.map(({ fileId, name }) => (
        <div key={fileId} className="fy-tray-item">
          <span className="fy-cut">{plainLine(name)}</span>
          <IconButton
            label={t('removeFile', { name: plainLine(name) })}
            onClick={() => {
              onChange(files.filter((file) => file.fileId !== fileId))
            }}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <input
        id={input}
        className="fy-hidden"
        type="file"
        multiple
        disabled={busy || files.length >= QUICK_REPLY_LIMITS.files}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])]
          target.value = ''
          void take(chosen)
        }}
      />
      <label htmlFor={input} className="fy-button" data-kind="quiet" aria-busy={busy}>
        <Paperclip aria-hidden="true" />
        {t('addFile')}
      </label>
      {failure ? <ErrorLine text={failure} /> : null}
    </div>
  )
}

/** A picture whose size nobody knows is sent as a file: its place could not be kept. */
const replyFile = ({ id: fileId, name, mime, bytes, width, height }: StoredFile): QuickReplyFile =>
  width !== null && height !== null && mime.startsWith('image/')
    ? { kind: 'image', fileId, name, mime, bytes, width, height }
    : { kind: 'file', fileId, name, mime, bytes }
