import { useState } from 'react'

import { ok, type Result } from '../../../base/result.ts'
import type { ConversationId, Message } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

export interface Forwarding {
  readonly busy: boolean
  readonly failure: string | null
  /** True: all of them are in the outbox. */
  readonly run: (messages: readonly Message[], to: readonly ConversationId[]) => Promise<boolean>
}

/** Puts messages into the outbox of other conversations: what they say or show, without what they quoted. Null, or why not. */
export const useSendOn = (): ((
  messages: readonly Message[],
  to: readonly ConversationId[],
) => Promise<string | null>) => {
  const run = useRun()
  const errorText = useErrorText()
  const send = async (
    { body }: Message,
    conversationId: ConversationId,
  ): Promise<Result<unknown, string>> => {
    if (body.kind === 'text')
      return run('message.send', {
        conversationId,
        body: { kind: 'text', text: body.text },
        seenSeq: null,
      })
    if (body.kind !== 'image' && body.kind !== 'file') return ok({})
    return run('stored-file.send', { conversationId, file: body })
  }

  return async (messages, to) => {
    for (const conversationId of to)
      for (const message of messages) {
        const answer = await send(message, conversationId)
        if (!answer.ok) return errorText(answer.code, answer.details)
      }
    return null
  }
}

/** The same where it can be seen that it is being done, and that it could not be. */
export const useForward = (): Forwarding => {
  const sendOn = useSendOn()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  return {
    busy,
    failure,
    run: async (messages, to) => {
      setBusy(true)
      const refusal = await sendOn(messages, to)
      setFailure(refusal)
      setBusy(false)
      return refusal === null
    },
  }
}
