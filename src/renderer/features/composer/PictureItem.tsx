import { Image } from 'lucide-react'

import type { Attachment } from './attachments.ts'
import { useAttachmentUrl, type BytesOf } from './useAttachmentUrl.ts'

export interface PictureItemProps {
  readonly attachment: Attachment
  readonly bytesOf: BytesOf
}

/** A picture that goes along: seen before it is sent, so that it is not the wrong one. */
export const PictureItem = ({ attachment, bytesOf }: PictureItemProps) => {
  const url = useAttachmentUrl(attachment, bytesOf)
  return url === null ? (
    <span className="fy-tray-picture">
      <Image aria-hidden="true" />
    </span>
  ) : (
    <img className="fy-tray-picture" src={url} alt="" />
  )
}
