import { useEffect, useState } from 'preact/hooks'

import type { SeenMessage } from '../../../protocol/wire/index.ts'
import { useSpeech } from '../context.ts'
import { fileSize } from '../format.ts'
import { Icon } from './Icon.tsx'

type ImageBody = Omit<Extract<SeenMessage['body'], { kind: 'image' }>, 'url'> & { readonly url: string }
type FileBody = Omit<Extract<SeenMessage['body'], { kind: 'file' }>, 'url'> & { readonly url: string }

const LONGEST_SIDE = 240

export interface PictureProps {
  readonly body: ImageBody
  /** The picture itself, when it was sent from here. */
  readonly local: Blob | undefined
  readonly onExpired: () => void
}

/** Its place is kept before it is there, so that nothing jumps. */
export const Picture = ({ body, local, onExpired }: PictureProps) => {
  const { words } = useSpeech()
  const [localUrl, setLocalUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!local) return undefined
    const url = URL.createObjectURL(local)
    setLocalUrl(url)
    return () => {
      URL.revokeObjectURL(url)
    }
  }, [local])
  const scale = Math.min(1, LONGEST_SIDE / Math.max(body.width, body.height))
  const image = (
    <img
      src={localUrl ?? (body.url || undefined)}
      alt={body.alt ?? (body.name || words.picture)}
      width={Math.max(24, Math.round(body.width * scale))}
      height={Math.max(24, Math.round(body.height * scale))}
      loading="lazy"
      onError={localUrl ? undefined : onExpired}
    />
  )
  return body.url ? (
    <a class="picture" href={body.url} target="_blank" rel="noopener noreferrer">
      {image}
    </a>
  ) : (
    <span class="picture">{image}</span>
  )
}

export const FileLine = ({ body }: { readonly body: FileBody }) => {
  const { language } = useSpeech()
  const content = (
    <>
      <Icon name="document" />
      <span class="file-text">
        <bdi>{body.name}</bdi>
        <small>{fileSize(body.bytes, language)}</small>
      </span>
    </>
  )
  return body.url ? (
    <a class="file" href={body.url} target="_blank" rel="noopener noreferrer" download={body.name}>
      {content}
    </a>
  ) : (
    <span class="file">{content}</span>
  )
}
