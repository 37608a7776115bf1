import { useEffect, useState } from 'preact/hooks'

import type { ChatView } from '../../chat/view.ts'
import type { Words } from '../../words/index.ts'
import { useSecondsUntil, useSpeech } from '../context.ts'
import { SumForm } from './SumForm.tsx'

export interface BannerProps {
  readonly widgetId: string
  readonly view: ChatView
  readonly onRetry: () => void
  readonly onSolve: (sum: number) => void
}

/** Something between here and the server may let pages through and no connection: a form still is a page (R-18-079). */
const LATE_MS = 15_000

/** What is wrong with the line, what is safe, and what happens next (R-18-026, R-18-082). */
export const Banner = ({ widgetId, view, onRetry, onSolve }: BannerProps) => {
  const { words } = useSpeech()
  const seconds = useSecondsUntil(view.pause?.until ?? null)
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (view.link !== 'lost') return undefined
    const timer = setTimeout(() => {
      setLate(navigator.onLine)
    }, LATE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [view.link])
  if (view.link === 'lost') {
    return (
      <div class="banner" role="status">
        <p>
          {words.noNetwork} {view.outbox.length > 0 && words.noNetworkKept}
        </p>
        <button type="button" class="text-button" onClick={onRetry}>
          {words.retryNow}
        </button>
        {late && (
          <a href={`/message/${widgetId}`} target="_blank" rel="noopener">
            {words.leave.open}
          </a>
        )}
      </div>
    )
  }
  if (view.pause?.why === 'sum') return <SumForm asked={view.pause} onSolve={onSolve} />
  const text = textOf(view, words, seconds)
  return text ? (
    <div class="banner" role="status">
      <p>{text}</p>
    </div>
  ) : null
}

const textOf = ({ link, pause }: ChatView, words: Words, seconds: number): string => {
  if (link === 'stalled') return words.unstable
  if (!pause || pause.why === 'sum' || seconds === 0) return ''
  return pause.why === 'fast' ? words.paused(seconds) : words.busy(seconds)
}
