import { FileQuestion } from 'lucide-react'

import { assertNever } from '../../../base/assertNever.ts'
import type { Message } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { FileMessage } from './FileMessage.tsx'
import { ImageMessage } from './ImageMessage.tsx'
import { MessageText } from './MessageText.tsx'
import { isVideo, VideoMessage } from './VideoMessage.tsx'
import { VoiceMessage } from './VoiceMessage.tsx'

/** What a message says or shows. */
export const MessageBody = ({ body }: { readonly body: Message['body'] }) => {
  const { t } = useTranslation('thread')
  switch (body.kind) {
    case 'text':
      return <MessageText text={body.text} />
    case 'image':
      return (
        <ImageMessage
          fileId={body.fileId}
          name={body.alt ?? body.name}
          width={body.width}
          height={body.height}
        />
      )
    case 'file':
      if (body.seconds !== undefined)
        return <VoiceMessage fileId={body.fileId} seconds={body.seconds} words={body.alt} />
      return isVideo(body.mime) ? (
        <VideoMessage fileId={body.fileId} name={body.name} bytes={body.bytes} />
      ) : (
        <FileMessage fileId={body.fileId} name={body.name} bytes={body.bytes} />
      )
    case 'unsupported':
    case 'recalled':
    case 'system':
      return (
        <span className="fy-unsupported">
          <FileQuestion aria-hidden="true" /> {t('unsupported')}
        </span>
      )
    default:
      return assertNever(body)
  }
}
