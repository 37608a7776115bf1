import type { OutboxItem } from '../../../client/api.ts'
import type { QuickReplyFile, Quote } from '../../../protocol/model/index.ts'
import { useAsk, useRun } from '../../core/index.ts'
import { forgetSaved } from './saving.ts'
import { VoiceFile } from './voiceFile.ts'

/** What goes back to where it can be written again: files of this device, or such as the server has. */
export interface Given {
  readonly text: string
  readonly files: readonly (File | QuickReplyFile)[]
  readonly quote: Quote | null
}

/** Takes an own message out of the outbox; null: it is not there any more, or its bytes are not, and then it stays. */
export const useTakeOut = (): ((item: OutboxItem) => Promise<Given | null>) => {
  const run = useRun()
  const ask = useAsk()

  const read = async ({ id, body }: OutboxItem): Promise<Given | null> => {
    if (body.kind === 'text') return { text: body.text, files: [], quote: body.quote ?? null }
    if (body.stored) return { text: '', files: [body.stored], quote: null }
    const { file } = await ask('outbox.file', { id })
    if (!file) return null
    const { name, seconds } = body
    const taken =
      seconds === undefined ? new File([file], name, { type: file.type }) : new VoiceFile(file, name, seconds)
    return { text: '', files: [taken], quote: null }
  }
  return async (item) => {
    const given = await read(item)
    if (!given) return null
    const answer = await run('outbox.discard', { id: item.id })
    if (!answer.ok) return null
    forgetSaved(item.id)
    return given
  }
}
