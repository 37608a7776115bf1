import type { EntryAnswer, OtherEntry } from '../../protocol/wire/index.ts'

/** With what caches may keep, a change of the company arrives within a minute (R-18-013). */
const AGAIN_MS = 50_000

/** The colour of the entry whenever it may have changed, as long as somebody looks; only where no page tells it. */
export const watchColor = (widgetId: string, onColor: (color: string) => void): void => {
  setInterval(() => {
    if (document.visibilityState !== 'visible') return
    void readAnswer(widgetId).then((answer) => {
      if (answer?.state === 'active') onColor(answer.entry.color)
    })
  }, AGAIN_MS)
}

/** Entries of the company that can be used instead of a closed one. */
export const readOthers = async (widgetId: string): Promise<readonly OtherEntry[]> => {
  const answer = await readAnswer(widgetId)
  return answer?.state === 'closed' ? answer.others : []
}

const readAnswer = async (widgetId: string): Promise<EntryAnswer | null> => {
  try {
    const response = await fetch(`/widget/entry/${widgetId}`)
    return response.ok ? ((await response.json()) as EntryAnswer) : null
  } catch {
    return null
  }
}
