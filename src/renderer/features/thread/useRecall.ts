import { useState } from 'react'

import type { Message } from '../../../protocol/model/index.ts'
import { useAsk, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { serverNow } from '../../ui/index.ts'
import { keepRecalled } from './recalled.ts'

export interface Recalling {
  readonly failure: string | null
  readonly dismiss: () => void
  readonly recall: (message: Message) => Promise<void>
}

/** Takes own messages back and keeps what they said for a while, so that they can be written again. */
export const useRecall = (): Recalling => {
  const run = useRun()
  const ask = useAsk()
  const errorText = useErrorText()
  const [failure, setFailure] = useState<string | null>(null)

  return {
    failure,
    dismiss: () => {
      setFailure(null)
    },
    recall: async ({ id, body }) => {
      // The file is asked for while it is still given out; its bytes may arrive after the message is gone.
      const isFile = body.kind === 'image' || body.kind === 'file'
      const url = isFile ? (await ask('file.url', { fileId: body.fileId }))?.url : null
      const response = url ? await fetch(url).catch(() => null) : null
      const answer = await run('message.recall', { messageId: id })
      if (!answer.ok) {
        setFailure(errorText(answer.code, answer.details))
        return
      }
      setFailure(null)
      const bytes = response?.ok ? await response.blob().catch(() => null) : null
      const files = isFile && bytes ? [new File([bytes], body.name, { type: body.mime })] : []
      const text = body.kind === 'text' ? body.text : ''
      const quote = body.kind === 'text' ? (body.quote ?? null) : null
      if (text !== '' || files.length > 0) keepRecalled(id, { text, files, quote }, serverNow())
    },
  }
}
