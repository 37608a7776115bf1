import { useEffect, useEffectEvent, useRef } from 'react'

import type { QuickReplyFile } from '../../../protocol/model/index.ts'
import { useConnection, useRun } from '../../core/index.ts'
import type { Attachment } from './attachments.ts'
import type { BytesOf } from './useAttachmentUrl.ts'

/** What is sent at once needs not be uploaded ahead. */
const AFTER_MS = 2500
/** Larger ones are uploaded when they are sent: until then they are on this device alone. */
const LARGEST_BYTES = 20 * 1024 * 1024

/** Brings what is attached to the server, so that it follows the agent to other devices with the rest of the draft. */
export const useUploadAhead = (
  attached: readonly Attachment[],
  bytesOf: BytesOf,
  onUploaded: (id: string, file: QuickReplyFile) => void,
): void => {
  const run = useRun()
  const connected = useConnection() === 'connected'
  const tried = useRef(new Set<string>())
  const waiting = attached.filter(({ from, bytes }) => from.kind !== 'server' && bytes <= LARGEST_BYTES)

  const upload = async (attachment: Attachment): Promise<void> => {
    const { id, name, as, seconds } = attachment
    if (tried.current.has(id)) return
    tried.current.add(id)
    const file = await bytesOf(attachment)
    const answer = file && (await run('file.upload', { file, name, as }))
    // A refusal is told when it is sent; without a connection it is tried again with the next one.
    if (!answer?.ok) {
      if (answer?.code === 'unreachable') tried.current.delete(id)
      return
    }
    const { width, height, id: fileId, mime, bytes } = answer.value.file
    const common = { fileId, name: answer.value.file.name, mime, bytes }
    if (as === 'file') onUploaded(id, { kind: 'file', ...common, seconds })
    else if (width !== null && height !== null) onUploaded(id, { kind: 'image', ...common, width, height })
  }
  const uploadAll = useEffectEvent((): void => {
    for (const attachment of waiting) void upload(attachment)
  })
  const ids = waiting.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (!connected || ids === '') return
    const timer = setTimeout(() => {
      uploadAll()
    }, AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [connected, ids])
}
