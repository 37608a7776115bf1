import { useRef, type RefObject } from 'react'

import type { QuickReply } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { fromServer, type Attachment } from './attachments.ts'
import { useCompletion, type Completion } from './useCompletion.ts'
import type { Outgoing } from './useOutgoing.ts'
import type { Writing } from './useWriting.ts'

export interface RepliesOptions {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly writing: Writing
  readonly locked: boolean
  /** With what is known of the conversation. */
  readonly fill: (text: string) => string
  readonly insert: (addition: string) => void
  readonly send: (outgoing: Outgoing) => void
}

export interface Replies {
  readonly completion: Completion
  readonly insertReply: (reply: QuickReply) => void
  /** By pointer: the first of its two clicks has inserted it, which was not meant. */
  readonly sendReply: (reply: QuickReply, byPointer: boolean) => void
  /** Something was typed: an insertion before it is meant. */
  readonly typed: () => void
}

/** Quick replies in the composer: inserted to be edited, or sent as they are; counted either way. */
export const useReplies = (options: RepliesOptions): Replies => {
  const { field, writing, locked, fill, insert, send } = options
  const { text, setText, tray } = writing
  const run = useRun()
  const before = useRef<{ text: string; attached: readonly Attachment[] } | null>(null)

  const insertReply = (reply: QuickReply): void => {
    void run('quick-reply.count-use', { id: reply.id })
    insert(reply.texts.map(fill).join('\n\n'))
    tray.attachStored(reply.files)
    before.current = { text, attached: tray.attached }
  }
  const sendReply = (reply: QuickReply, byPointer: boolean): void => {
    const inserted = byPointer ? before.current : null
    before.current = null
    if (inserted) {
      setText(inserted.text)
      tray.restore(inserted.attached)
    } else void run('quick-reply.count-use', { id: reply.id })
    const files = reply.files.map((file) => fromServer(file, crypto.randomUUID()))
    send({ texts: reply.texts.map(fill), files, written: null })
  }
  const selectFrom = (start: number): void => {
    field.current?.setSelectionRange(start, field.current.selectionStart)
  }

  const completion = useCompletion({
    onSend: locked
      ? null
      : (reply, { start }) => {
          selectFrom(start)
          insert('')
          sendReply(reply, false)
        },
    onInsert: (reply, { start }) => {
      selectFrom(start)
      insertReply(reply)
    },
  })

  return {
    completion,
    insertReply,
    sendReply,
    typed: () => {
      before.current = null
    },
  }
}
