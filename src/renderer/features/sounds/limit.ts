/** At most so many sounds in so long (R-03-171). */
const MOST_SOUNDS = 3
const WITHIN_MS = 5000

/** The times of the sounds after one more at `now`; null: it is one too many. */
export const afterSound = (times: readonly number[], now: number): readonly number[] | null => {
  const recent = times.filter((time) => now - time < WITHIN_MS)
  return recent.length < MOST_SOUNDS ? [...recent, now] : null
}
