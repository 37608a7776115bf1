import { create } from 'zustand'

/** What there is to say, if it could not be done. */
type Outcome = Promise<string | null> | void

export interface UndoOffer {
  /** What was done, in words. */
  readonly text: string
  readonly undo: () => Outcome
  /** Only held back so far: done for good when the time is over, and not to be taken back from then on. */
  readonly commit?: () => Outcome
  /** How long the toast stays. */
  readonly forMs?: number
}

export interface UndoEntry extends UndoOffer {
  readonly timer: ReturnType<typeof setTimeout>
}

interface UndoState {
  /** The oldest first. */
  readonly entries: readonly UndoEntry[]
  /** The one whose toast is there. */
  readonly shown: UndoEntry | null
  /** In the toast's place, until its time is over (`done`) or it is understood (`failed`). */
  readonly said: Word | null
}

/** What there is to say: something was done that nothing else shows, or could not be done. */
interface Word {
  readonly text: string
  readonly kind: 'done' | 'failed'
}

const SHOWN_MS = 5000
const KEPT = 20
const NOTHING: UndoState = { entries: [], shown: null, said: null }

export const useUndoState = create<UndoState>()(() => NOTHING)
const { getState, setState } = useUndoState

/**
 * Says that something was done and can be taken back: by the toast for a moment, by key for as long as it is one of the
 * last twenty (R-03-194). The answer withdraws the offer, for what has become impossible or was taken back elsewhere.
 */
export const offerUndo = (offer: UndoOffer): (() => void) => {
  const timer = setTimeout(() => {
    // Its time for second thoughts is over.
    if (offer.commit) finish(entry)
    else if (getState().shown === entry) setState({ shown: null })
  }, offer.forMs ?? SHOWN_MS)
  const entry: UndoEntry = { ...offer, timer }
  const entries = [...getState().entries, entry]
  setState({ entries, shown: entry, said: null })
  const [oldest] = entries
  if (oldest && entries.length > KEPT) finish(oldest)
  return () => {
    drop(entry)
  }
}

/** Takes the last thing back. */
export const takeBack = (): void => {
  const entry = getState().entries.at(-1)
  if (!entry) return
  drop(entry)
  void say(entry.undo())
}

/** Somebody else is here now: nothing of this can be taken back any more, and what was only held back never happens. */
export const forgetUndo = (): void => {
  for (const entry of getState().entries) {
    clearTimeout(entry.timer)
    if (entry.commit) void entry.undo()
  }
  setState(NOTHING)
}

/** Says in the place of the toast why something was not done to its end. */
export const tell = (text: string): void => {
  setState({ said: { text, kind: 'failed' } })
}

/** Says for a moment that something was done, where nothing else shows it; a toast that is there comes back after it. */
export const tellDone = (text: string): void => {
  const said: Word = { text, kind: 'done' }
  setState({ said })
  setTimeout(() => {
    if (getState().said === said) understood()
  }, SHOWN_MS)
}

export const understood = (): void => {
  setState({ said: null })
}

const finish = (entry: UndoEntry): void => {
  drop(entry)
  void say(entry.commit?.())
}

const drop = (entry: UndoEntry): void => {
  clearTimeout(entry.timer)
  setState(({ entries, shown }) => ({
    entries: entries.filter((one) => one !== entry),
    shown: shown === entry ? null : shown,
  }))
}

const say = async (outcome: Outcome): Promise<void> => {
  const said = await outcome
  if (said) tell(said)
}
