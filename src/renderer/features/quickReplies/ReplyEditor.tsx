import { useState } from 'react'

import type { QuickReplyView } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Dialog, Field, Segments } from '../../ui/index.ts'
import { EditorFoot } from './EditorFoot.tsx'
import { FileList } from './FileList.tsx'
import { contentOf, formOf, isSame, problemOf, type ReplyForm } from './form.ts'
import { TextFields } from './TextFields.tsx'
import { libraryOf, useLibraries, type LibraryName } from './useLibraries.ts'

import './quickReplies.css'

export interface ReplyEditorProps {
  /** Null: a new one. */
  readonly reply: QuickReplyView | null
  /** Where a new one is made. */
  readonly library: LibraryName
  /** What a new one says at first. */
  readonly begin?: string
  /** The library cannot be chosen here. */
  readonly fixed?: boolean
  readonly onClose: () => void
}

/** Makes a reply or changes one. */
export const ReplyEditor = (props: ReplyEditorProps) => {
  const { reply, library: first, begin = '', fixed = false, onClose } = props
  const { t } = useTranslation('quickReplies')
  const { save, mayEdit } = useLibraries()
  const errorText = useErrorText()
  const replies = useQuery('quick-replies.list', {}) ?? []
  const [library, setLibrary] = useState(first)
  const [seen, setSeen] = useState(reply)
  const [begun] = useState(() => formOf(reply, begin))
  const [form, setForm] = useState(begun)
  const [leaving, setLeaving] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ readonly code: string; readonly text: string } | null>(null)
  const problem = problemOf(form)
  const held = replies.find(({ id }) => id === reply?.id) ?? null
  const groups = new Set(replies.flatMap((one) => (libraryOf(one) === library ? [one.groupName] : [])))
  /** What was typed is lost by a clear answer only. */
  const leave = (): void => {
    if (leaving || isSame(form, begun)) onClose()
    else setLeaving(true)
  }
  const change = (more: Partial<ReplyForm>): void => {
    setLeaving(false)
    setForm((before) => ({ ...before, ...more }))
  }
  const store = async (over: QuickReplyView | null): Promise<void> => {
    setTried(true)
    if (problem || busy) return
    setBusy(true)
    setRefusal(null)
    const args = { ...contentOf(form), id: form.id, version: over?.version ?? null }
    const answer = await save(library, args)
    setBusy(false)
    if (answer.ok) onClose()
    else setRefusal({ code: answer.code, text: errorText(answer.code, answer.details) })
  }

  return (
    <Dialog
      title={t(reply ? 'editTitle' : 'newTitle')}
      width={560}
      onClose={leave}
      footer={
        <EditorFoot
          problem={tried && problem ? t(`problems.${problem}`) : null}
          refusal={refusal?.text ?? null}
          conflict={
            refusal?.code === 'conflict' && held
              ? {
                  showTheirs: () => {
                    setSeen(held)
                    setForm(formOf(held))
                    setRefusal(null)
                  },
                  saveMine: () => {
                    setSeen(held)
                    void store(held)
                  },
                }
              : null
          }
          leaving={
            leaving
              ? {
                  goOn: () => {
                    setLeaving(false)
                  },
                  discard: onClose,
                }
              : null
          }
          busy={busy}
          onCancel={leave}
          onSave={() => {
            void store(seen)
          }}
        />
      }
    >
      <div className="fy-reply-editor">
        {!reply && !fixed && mayEdit('company') ? (
          <Segments
            label={t('library')}
            value={library}
            options={[
              ['own', t('own')],
              ['company', t('company')],
            ]}
            onChange={setLibrary}
          />
        ) : null}
        <Field label={t('group')} hint={t('groupHint')}>
          <input
            value={form.groupName}
            list="fy-reply-groups"
            onChange={({ target: { value } }) => {
              change({ groupName: value })
            }}
          />
        </Field>
        <datalist id="fy-reply-groups">
          {[...groups].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        <Field label={t('titleField')}>
          <input
            value={form.title}
            onChange={({ target: { value } }) => {
              change({ title: value })
            }}
          />
        </Field>
        <TextFields
          texts={form.texts}
          onChange={(texts) => {
            change({ texts })
          }}
        />
        <FileList
          files={form.files}
          onChange={(files) => {
            change({ files })
          }}
        />
      </div>
    </Dialog>
  )
}
