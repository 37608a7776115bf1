import { useRef, useState } from 'react'

import { fillVariables, variablesIn, type VariableValues } from '../../../domain/quickReplies/variables.ts'
import type { MessageId } from '../../../protocol/model/index.ts'
import type { Saving } from '../thread/index.ts'
import type { Attachment } from './attachments.ts'
import type { Send } from './useSend.ts'

/** What is about to be sent: what was written, or a quick reply, which leaves the field alone. */
export interface Outgoing {
  readonly texts: readonly string[]
  readonly files: readonly Attachment[]
  /** What stood in the field, which is cleared of it; null: a quick reply. */
  readonly written: string | null
  /** Its texts are in the thread already: it was Enter, and what is still looked up nearly always lets it pass. */
  readonly begun?: readonly Saving[]
}

export interface OutgoingOptions extends Send {
  readonly locked: boolean
  /** Of what was written a file is kept. */
  readonly onFileSent: (id: string) => void
  /** The texts that were written are kept. */
  readonly onWritten: (written: string) => void
  /** The outbox has these, in their order. */
  readonly onKept: (ids: readonly MessageId[]) => void
  /** Done, or given up. */
  readonly onEnd: () => void
}

export interface OutgoingState {
  /** The message before is on its way to the disk. */
  readonly isBusy: () => boolean
  /** Files that were written and are being copied to the disk: the thread shows them, the tray no more. */
  readonly underWay: readonly Attachment[]
  /** Waits for the values of variables that nobody knows; null: nothing does. */
  readonly asking: Outgoing | null
  readonly send: (outgoing: Outgoing) => void
  /** Shows what was written in the thread, where nothing but a look-up is between it and the disk. */
  readonly begin: (outgoing: Outgoing) => Outgoing
  readonly answer: (values: VariableValues) => void
  /** It is not sent after all; what was written is still there. */
  readonly giveUp: () => void
}

const NONE = [] as const

/** Sends one thing at a time, and asks first for what is not known (R-06-103). */
export const useOutgoing = ({
  locked,
  forget,
  startTexts,
  sendTexts,
  sendFiles,
  onFileSent,
  onWritten,
  onKept,
  onEnd,
}: OutgoingOptions): OutgoingState => {
  // At once, and not with the next rendering: a key may come between. The state renders when it is over.
  const isBusy = useRef(false)
  const [, setSending] = useState(false)
  const [underWay, setUnderWay] = useState<readonly Attachment[]>(NONE)
  const [asking, setAsking] = useState<Outgoing | null>(null)

  /** The field is cleared only when the outbox has everything on disk (R-06-064). */
  const deliver = async ({ texts, files, written, begun }: Outgoing): Promise<void> => {
    if (isBusy.current) return
    isBusy.current = true
    setSending(true)
    setAsking(null)
    if (written !== null) setUnderWay(files)
    forget()
    const kept: MessageId[] = []
    const textKept = (id: MessageId): void => {
      kept.push(id)
    }
    const fileKept = (id: MessageId, file: Attachment): void => {
      kept.push(id)
      if (written !== null) onFileSent(file.id)
    }
    if (written === null) {
      if (await sendTexts(texts, textKept)) await sendFiles(files, fileKept)
    } else if ((await sendFiles(files, fileKept)) && (await sendTexts(texts, textKept, begun)))
      onWritten(written)
    onKept(kept)
    isBusy.current = false
    setUnderWay(NONE)
    setSending(false)
    onEnd()
  }

  return {
    isBusy: () => isBusy.current,
    underWay,
    asking,
    begin: (outgoing) => {
      const { texts, files, written } = outgoing
      const waits = isBusy.current || locked || asking !== null || files.length > 0
      return waits || written === null || isAsked(outgoing)
        ? outgoing
        : { ...outgoing, begun: startTexts(texts) }
    },
    send: (outgoing) => {
      if (isBusy.current || locked) {
        giveUpBegun(outgoing)
        return
      }
      if (isAsked(outgoing)) setAsking(outgoing)
      else void deliver(outgoing)
    },
    answer: (values) => {
      if (!asking) return
      const texts = asking.texts.map((one) => fillVariables(one, values).trim())
      void deliver({ ...asking, texts: texts.filter((one) => one !== '') })
    },
    giveUp: () => {
      setAsking(null)
    },
  }
}

/** It has a variable whose value nobody knows. */
const isAsked = ({ texts }: Outgoing): boolean => texts.some((one) => variablesIn(one).length > 0)

/** It is not sent now: what the thread shows of it leaves again. */
export const giveUpBegun = ({ begun = [] }: Outgoing): void => {
  for (const saving of begun) saving.failed()
}
