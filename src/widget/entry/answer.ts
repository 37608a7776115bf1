import type { EntryAnswer, PublicEntry } from '../../protocol/wire/index.ts'

export interface AnswerOptions {
  readonly server: string
  readonly widgetId: string
  /** `text`: the answer as it came, to be remembered and compared. */
  readonly onActive: (entry: PublicEntry, text: string) => void
  /** Closed, or not meant for this site. */
  readonly onClosed: (why: 'closed' | 'foreign') => void
  /** The server cannot be reached; asked again later. */
  readonly onAway: () => void
}

export interface Answers {
  /** Something else noticed that the server is away: not before a minute is over. */
  later(): void
  stop(): void
}

/** What is changed arrives within a minute (R-02-035): this, and what caches may keep, stay below it together. */
const AGAIN_MS = 50_000
/** Not more often while the server is away (R-18-080). */
const RETRY_MS = 60_000

/** Asks the server how the entry is now, and again as long as somebody looks at the page. */
export const askForAnswers = ({ server, widgetId, onActive, onClosed, onAway }: AnswerOptions): Answers => {
  let due = 0
  let timer = 0
  let isAsking = false
  let isStopped = false

  const ask = async (): Promise<void> => {
    if (isAsking || isStopped) return
    isAsking = true
    clearTimeout(timer)
    const text = await readText(server, widgetId)
    const answer = text === null ? null : await parseAnswer(text)
    isAsking = false
    if (isStopped) return
    wait(answer ? AGAIN_MS : RETRY_MS)
    if (!answer) onAway()
    else if (answer.state === 'active') onActive(answer.entry, text ?? '')
    else onClosed(answer.state)
  }

  const wait = (delayMs: number): void => {
    due = Date.now() + delayMs
    clearTimeout(timer)
    timer = window.setTimeout(look, delayMs)
  }

  /** A page that nobody sees asks nothing; it catches up when it is seen. */
  const look = (): void => {
    if (document.visibilityState !== 'visible') return
    const leftMs = due - Date.now()
    if (leftMs <= 0) {
      void ask()
      return
    }
    // A timer and the clock on the wall differ, by a hair or by what somebody set it back.
    clearTimeout(timer)
    timer = window.setTimeout(look, Math.min(Math.ceil(leftMs), RETRY_MS))
  }

  document.addEventListener('visibilitychange', look)
  void ask()
  return {
    later: () => {
      wait(RETRY_MS)
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    },
  }
}

/**
 * Null: this is no answer.
 *
 * A careless page may have replaced `JSON.parse` and the methods of arrays; it cannot reach what a response does itself.
 */
export const parseAnswer = async (text: string): Promise<EntryAnswer | null> => {
  try {
    return (await new Response(text).json()) as EntryAnswer
  } catch {
    return null
  }
}

/** An id that never was is as closed as a deleted one; the entry asks for no more than that. */
const CLOSED = '{"state":"closed"}'

/** Null: no answer. */
const readText = async (server: string, widgetId: string): Promise<string | null> => {
  try {
    const response = await fetch(`${server}/widget/entry/${widgetId}`, { credentials: 'omit' })
    if (response.status === 404) return CLOSED
    return response.ok ? await response.text() : null
  } catch {
    return null
  }
}
