import type { Chat } from '../../chat/contract.ts'
import type { Upload } from '../../chat/uploads.ts'
import { problemIn } from '../../words/index.ts'
import { useSpeech } from '../context.ts'
import { fileSize } from '../format.ts'

export const UploadLine = ({ chat, upload }: { readonly chat: Chat; readonly upload: Upload }) => {
  const { words, language } = useSpeech()
  const percent = Math.round(upload.done * 100)
  return (
    <li class="message mine unsent">
      <div class="bubble upload">
        <bdi>{upload.name}</bdi>
        <small>{fileSize(upload.bytes, language)}</small>
        {upload.failed === null ? (
          <progress max={100} value={percent} aria-label={words.uploading(upload.name, percent)} />
        ) : (
          <p class="problem" role="alert">
            {problemIn(words, upload.failed)}
          </p>
        )}
      </div>
      <span class="meta">
        {upload.failed === null ? (
          `${percent}%`
        ) : (
          <button
            type="button"
            class="text-button"
            onClick={() => {
              chat.retryUpload(upload.id)
            }}
          >
            {words.retry}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          onClick={() => {
            chat.cancelUpload(upload.id)
          }}
        >
          {words.cancel}
        </button>
      </span>
    </li>
  )
}
