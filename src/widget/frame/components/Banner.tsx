import type { ChatView } from '../../chat/view.ts'
import type { Words } from '../../words/index.ts'
import { useSecondsUntil, useSpeech } from '../context.ts'

/** What is wrong with the line, what is safe, and what happens next (R-18-026, R-18-082). */
export const Banner = ({ view, onRetry }: { readonly view: ChatView; readonly onRetry: () => void }) => {
  const { words } = useSpeech()
  const seconds = useSecondsUntil(view.pause?.until ?? null)
  if (view.link === 'lost') {
    return (
      <div class="banner" role="status">
        <p>
          {words.noNetwork} {view.outbox.length > 0 && words.noNetworkKept}
        </p>
        <button type="button" class="text-button" onClick={onRetry}>
          {words.retryNow}
        </button>
      </div>
    )
  }
  const text = textOf(view, words, seconds)
  return text ? (
    <div class="banner" role="status">
      <p>{text}</p>
    </div>
  ) : null
}

const textOf = ({ link, pause }: ChatView, words: Words, seconds: number): string => {
  if (link === 'stalled') return words.unstable
  if (!pause || seconds === 0) return ''
  return pause.why === 'fast' ? words.paused(seconds) : words.busy(seconds)
}
