import { useState } from 'react'

import { systemClock } from '../../../base/clock.ts'
import { createIds } from '../../../base/ids.ts'
import { refuse, type Refusal } from '../../../base/result.ts'
import type { ConversationId, MessageId, Quote } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { startSaving, type Saving } from '../thread/index.ts'
import { described, type Attachment } from './attachments.ts'
import type { BytesOf } from './useAttachmentUrl.ts'

const ids = createIds(systemClock)

export interface Send {
  readonly failure: string | null
  readonly forget: () => void
  /** Shows them in the thread, before they are sent. */
  readonly startTexts: (texts: readonly string[]) => readonly Saving[]
  /** Each of them a message of its own, the first with the quote; false: one could not be kept. */
  readonly sendTexts: (
    texts: readonly string[],
    onKept: (id: MessageId) => void,
    begun?: readonly Saving[],
  ) => Promise<boolean>
  /** One after the other. */
  readonly sendFiles: (
    files: readonly Attachment[],
    onKept: (id: MessageId, file: Attachment) => void,
  ) => Promise<boolean>
}

export interface SendOptions {
  readonly seenSeq: number
  readonly quote: Quote | null
  readonly bytesOf: BytesOf
  /** So long each can be taken back before it goes. */
  readonly holdMs: number
}

/** Brings messages into the outbox, which has them on disk when it answers (R-06-064). */
export const useSend = (
  conversationId: ConversationId,
  { seenSeq, quote, bytesOf, holdMs }: SendOptions,
): Send => {
  const run = useRun()
  const errorText = useErrorText()
  const [failure, setFailure] = useState<string | null>(null)
  const refused = ({ code, details }: Refusal<string>): null => {
    setFailure(errorText(code, details))
    return null
  }

  const sendText = async (text: string, quoted: Quote | null, saving: Saving): Promise<MessageId | null> => {
    const body = { kind: 'text', text } as const
    const id = ids.next() as MessageId
    const answer = await run('message.send', {
      id,
      conversationId,
      body,
      seenSeq,
      quote: quoted ?? undefined,
      holdMs,
    })
    if (!answer.ok) {
      saving.failed()
      return refused(answer)
    }
    saving.saved(answer.value.id)
    return answer.value.id
  }

  const sendFile = async (attachment: Attachment): Promise<MessageId | null> => {
    const { from, name, as, alt, seconds } = attachment
    if (from.kind === 'server') {
      const stored = described(from.file, alt)
      const answer = await run('stored-file.send', { conversationId, file: stored, holdMs })
      return answer.ok ? answer.value.id : refused(answer)
    }
    const file = await bytesOf(attachment)
    if (!file) return refused(refuse('unreadable'))
    const answer = await run('file.send', {
      ...{ conversationId, file, name, as, alt, seconds, holdMs },
      draftFileId: attachment.id,
    })
    return answer.ok ? answer.value.id : refused(answer)
  }

  return {
    failure,
    forget: () => {
      setFailure(null)
    },
    startTexts: (texts) => texts.map((text) => startSaving(conversationId, text)),
    sendTexts: async (texts, onKept, begun = []) => {
      for (const [index, text] of texts.entries()) {
        const saving = begun[index] ?? startSaving(conversationId, text)
        const id = await sendText(text, index === 0 ? quote : null, saving)
        if (id === null) {
          for (const later of begun.slice(index + 1)) later.failed()
          return false
        }
        onKept(id)
      }
      return true
    },
    sendFiles: async (files, onKept) => {
      for (const file of files) {
        const id = await sendFile(file)
        if (id === null) return false
        onKept(id, file)
      }
      return true
    },
  }
}
