import { useEffect, useEffectEvent, useState } from 'react'

import { useQuery } from '../../core/index.ts'
import { useObjectUrl } from '../../ui/index.ts'
import type { Attachment } from './attachments.ts'

export type BytesOf = (attachment: Attachment) => Promise<Blob | null>

/** Where an attachment is seen or heard from before it is sent: here, or where it was uploaded to; null: not yet. */
export const useAttachmentUrl = (attachment: Attachment, bytesOf: BytesOf): string | null => {
  const [bytes, setBytes] = useState<Blob | null>(null)
  const here = useObjectUrl(bytes)
  const { from } = attachment
  const stored = useQuery('file.url', { fileId: from.kind === 'server' ? from.file.fileId : '' })?.url ?? null
  const read = useEffectEvent(async () => bytesOf(attachment))
  useEffect(() => {
    let wanted = true
    void read().then((blob) => {
      if (wanted) setBytes(blob)
    })
    return () => {
      wanted = false
    }
  }, [])
  return here ?? stored
}
