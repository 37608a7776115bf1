import { useEffect, useRef, useState } from 'react'

import type { ConversationId, Message } from '../../../protocol/model/index.ts'
import type { ExportFormat } from '../../../protocol/queries/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText, useSystemText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { dateShown, fullTime, saveFile, serverNow, useLanguage } from '../../ui/index.ts'
import { exportName, WRITERS, type RecordLine } from './formats/index.ts'

export interface Exporting {
  /** How far it is, in messages; null: nothing is being exported. */
  readonly done: number | null
  /** What came of the last one. */
  readonly outcome: { readonly kind: 'saved' | 'failed'; readonly text: string } | null
  readonly begin: (format: ExportFormat) => void
  readonly cancel: () => void
}

/**
 * Takes a thread away as a file (R-06-174), page by page from the server, from its message `first` on.
 *
 * Each page is written and given to the browser, which keeps large files outside of the page's memory.
 */
export const useExport = (conversationId: ConversationId, title: string, first: number): Exporting => {
  const { t } = useTranslation('records')
  const language = useLanguage()
  const run = useRun()
  const errorText = useErrorText()
  const lineOf = useRecordLine(title)
  const [done, setDone] = useState<number | null>(null)
  const [outcome, setOutcome] = useState<Exporting['outcome']>(null)
  const underWay = useRef<AbortController | null>(null)
  // Whoever goes to another conversation has given it up.
  useEffect(() => () => underWay.current?.abort(), [])

  const write = async (format: ExportFormat, signal: AbortSignal): Promise<string | null> => {
    const writer = WRITERS[format]
    const at = serverNow()
    const madeAt = t('export.madeAt', { time: fullTime(at, language) })
    const parts: Blob[] = []
    const put = (text: string): void => {
      parts.push(new Blob([text]))
    }
    put(writer.begin({ title, madeAt, at, language }))
    const exportId = crypto.randomUUID()
    const pageFrom = async (from: number) =>
      run('records.export-page', { conversationId, exportId, first, from, format })
    let written = 0
    for (let from: number | null = first; from !== null;) {
      const page = await pageFrom(from)
      if (signal.aborted) return null
      if (!page.ok) throw new ExportFailure(errorText(page.code, page.details))
      const { messages, next } = page.value
      put(writer.lines(messages.map(lineOf), written === 0))
      written += messages.length
      setDone(written)
      from = next
    }
    put(writer.end())
    const name = exportName(title, dateShown(at), writer.extension)
    saveFile(name, new Blob(parts, { type: writer.mime }))
    return name
  }
  return {
    done,
    outcome,
    begin: (format) => {
      const control = new AbortController()
      underWay.current = control
      setOutcome(null)
      setDone(0)
      void write(format, control.signal)
        .then(
          (name) => {
            if (name !== null) setOutcome({ kind: 'saved', text: t('export.saved', { name }) })
          },
          (error: unknown) => {
            if (!(error instanceof ExportFailure)) throw error
            setOutcome({ kind: 'failed', text: error.message })
          },
        )
        .finally(() => {
          if (underWay.current === control) setDone(null)
        })
    },
    cancel: () => {
      underWay.current?.abort()
      setDone(null)
    },
  }
}

/** What the server refused, in a sentence. */
class ExportFailure extends Error {}

/** A message as it is read: who says it, and in words what is no text. */
const useRecordLine = (customerName: string): ((message: Message) => RecordLine) => {
  const { t } = useTranslation(['records', 'history', 'conversations', 'thread'])
  const language = useLanguage()
  const systemText = useSystemText()
  const agents = useQuery('organization.get', {})?.agents ?? []
  const authorOf = ({ sender }: Message): string =>
    sender.kind === 'system'
      ? ''
      : sender.kind === 'customer'
        ? customerName
        : (agents.find(({ id }) => id === sender.agentId)?.name ?? t('history:formerAgent'))
  const textOf = ({ body }: Message): string => {
    switch (body.kind) {
      case 'text':
        return body.text
      case 'image':
        return [t('conversations:image'), body.name, body.alt].filter(Boolean).join(' ')
      case 'file':
        return body.seconds === undefined
          ? t('conversations:file', { name: body.name })
          : [t('conversations:voice'), body.alt].filter(Boolean).join(' ')
      case 'system':
        return systemText(body.code, body.params)
      case 'recalled':
        return t('history:recalled')
      case 'unsupported':
        return t('conversations:unsupported')
    }
  }
  return (message) => ({
    message,
    author: authorOf(message),
    text: textOf(message),
    time: fullTime(message.at, language),
  })
}
