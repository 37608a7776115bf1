import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { QuickReplyView } from '../../../client/api.ts'
import type { MessageId } from '../../../protocol/model/index.ts'
import { keepOpen, useFormDraft, useQuery } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Dialog, Field, Segments } from '../../ui/index.ts'
import { EditorFoot } from './EditorFoot.tsx'
import { FileList } from './FileList.tsx'
import { contentOf, formOf, isSame, problemOf, type ReplyForm } from './form.ts'
import { OPEN_EDITOR } from './openEditor.ts'
import { TextFields } from './TextFields.tsx'
import { libraryOf, useLibraries, type LibraryName } from './useLibraries.ts'

import './quickReplies.css'

export interface ReplyEditorProps {
  /** Null: a new one. */
  readonly reply: QuickReplyView | null
  /** Where a new one is made. */
  readonly library: LibraryName
  /** The message of which a new one is made. */
  readonly begin?: { readonly id: MessageId; readonly text: string }
  /** The library cannot be chosen here. */
  readonly fixed?: boolean
  readonly onClose: () => void
}

/** Makes a reply or changes one. */
export const ReplyEditor = (props: ReplyEditorProps) => {
  const { reply, library: first, begin, fixed = false, onClose } = props
  const { t } = useTranslation('quickReplies')
  const { save, mayEdit } = useLibraries()
  const errorText = useErrorText()
  const replies = useQuery('quick-replies.list', {}) ?? []
  // The version that its author saw and the library belong to it: after a reload somebody may have changed it.
  const [begun] = useState(() => ({
    ...formOf(reply, begin?.text),
    library: first,
    version: reply?.version ?? null,
  }))
  const about = reply?.id ?? begin?.id ?? (fixed ? `new ${first}` : 'new')
  const draft = useFormDraft(`reply ${about}`, begun)
  const form = draft.values
  const { library } = form
  const [leaving, setLeaving] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ readonly code: string; readonly text: string } | null>(null)
  const problem = problemOf(form)
  const held = replies.find(({ id }) => id === reply?.id) ?? null
  const groups = new Set(replies.flatMap((one) => (libraryOf(one) === library ? [one.groupName] : [])))
  const closed = useRef(false)
  const isKeptOpen = !begin && !fixed
  const keep = useEffectEvent((): void => {
    if (isKeptOpen) keepOpen(OPEN_EDITOR, { id: reply?.id ?? null, library: first })
  })
  useEffect(() => {
    keep()
  }, [])
  const close = (): void => {
    closed.current = true
    draft.forget()
    if (isKeptOpen) keepOpen(OPEN_EDITOR, null)
    onClose()
  }
  /** What was typed is lost by a clear answer only. */
  const leave = (): void => {
    if (leaving || isSame(form, begun)) close()
    else setLeaving(true)
  }
  const change = (more: Partial<ReplyForm>): void => {
    // A file that has come up since belongs to nothing any more.
    if (closed.current) return
    setLeaving(false)
    draft.change(more)
  }
  const store = async (version: number | null): Promise<void> => {
    setTried(true)
    if (problem || busy) return
    setBusy(true)
    setRefusal(null)
    const args = { ...contentOf(form), id: form.id, version }
    const answer = await save(library, args)
    setBusy(false)
    if (answer.ok) close()
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
                    draft.change({ ...formOf(held), version: held.version })
                    setRefusal(null)
                  },
                  saveMine: () => {
                    draft.change({ version: held.version })
                    void store(held.version)
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
                  discard: close,
                }
              : null
          }
          busy={busy}
          onCancel={leave}
          onSave={() => {
            void store(form.version)
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
            onChange={(next) => {
              draft.change({ library: next })
            }}
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
