import type { Clock } from '../../base/clock.ts'
import type { AgentId, SessionId } from '../../protocol/model/index.ts'
import type { EndingWish, HeldEnding } from '../api.ts'
import { readFact, saveFact } from '../store/device.ts'
import { customerWroteAfter } from '../store/messages.ts'
import { readSession } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import { parseStored } from '../store/stored.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import type { RunOnline } from './online.ts'

export interface Endings {
  list(): readonly HeldEnding[]
  hold(wish: EndingWish, forMs: number): void
  /** Takes back what is held, or acknowledges how it went. */
  undo(sessionId: SessionId): void
  /** Nobody is there to take anything back: all is sent now. */
  flush(): Promise<void>
  /** Something arrived: what the customer wrote meanwhile cancels the ending. */
  arrived(): void
  connected(): void
  stop(): void
}

export interface EndingsOptions {
  readonly store: Store
  readonly agentId: AgentId
  readonly clock: Clock
  readonly run: RunOnline
  readonly isUp: () => boolean
}

/**
 * Holds endings back so that they can be taken back (R-03-081).
 *
 * The core holds them, not a window: a closed window loses nothing. What is held is on the disk, so that after a crash it
 * is sent with the next connection; the server refuses it if the customer has written since.
 */
export const createEndings = ({ store, agentId, clock, run, isUp }: EndingsOptions): Endings => {
  /** Another agent who signs in here leaves it alone. */
  const fact = `endings:${agentId}` as const
  const held = new Map<SessionId, HeldEnding>()
  const timers = new Map<SessionId, () => void>()

  const put = (ending: HeldEnding): void => {
    held.set(ending.sessionId, ending)
    keep()
  }
  const remove = (sessionId: SessionId): void => {
    timers.get(sessionId)?.()
    timers.delete(sessionId)
    if (held.delete(sessionId)) keep()
  }
  const keep = (): void => {
    const open = [...held.values()].filter(isOpen)
    whenDiskAllows(() =>
      store.writeOwn((own) => saveFact(own, fact, open.length === 0 ? null : JSON.stringify(open))),
    )
    store.announce('endings')
  }

  /** What the agent changed of their session meanwhile, its topic for one, is no reason not to end it. */
  const versionNow = ({ sessionId, version }: HeldEnding): number => {
    const session = readSession(store.cache, sessionId)
    return session?.handlerId === agentId ? session.version : version
  }

  const send = async (ending: HeldEnding): Promise<void> => {
    const { sessionId, lastSeq, askRating, conversationId, removeRow } = ending
    timers.get(sessionId)?.()
    timers.delete(sessionId)
    put({ ...ending, state: 'sending' })
    const version = versionNow(ending)
    const args = { sessionId, version, lastSeq, ...(askRating && { askRating }) }
    const answer = await run({ name: 'session.end', args })
    if (answer.ok) {
      if (removeRow) await run({ name: 'list-entry.remove', args: { conversationId } })
      put({ ...ending, state: 'ended' })
    } else if (answer.code === 'new-message') put({ ...ending, state: 'customer-wrote' })
    else put({ ...ending, state: 'refused', code: answer.code })
  }

  const cancelAnswered = (): void => {
    for (const ending of held.values()) {
      if (ending.state !== 'held') continue
      if (!customerWroteAfter(store.cache, ending.conversationId, ending.lastSeq)) continue
      timers.get(ending.sessionId)?.()
      timers.delete(ending.sessionId)
      put({ ...ending, state: 'customer-wrote' })
    }
  }

  const left = readFact(store.own, fact)
  for (const ending of left === null ? [] : parseStored<HeldEnding[]>(left))
    held.set(ending.sessionId, { ...ending, state: 'held' })

  return {
    list: () => [...held.values()],
    hold: (wish, forMs) => {
      const ending: HeldEnding = { ...wish, agentId, until: clock.now() + forMs, state: 'held', code: null }
      remove(wish.sessionId)
      // What cannot be done is said at once, not when the time is over.
      if (!isUp()) return put({ ...ending, state: 'refused', code: 'offline' })
      put(ending)
      timers.set(
        wish.sessionId,
        clock.after(forMs, () => void send(ending)),
      )
    },
    undo: (sessionId) => {
      if (held.get(sessionId)?.state !== 'sending') remove(sessionId)
    },
    flush: async () => {
      await Promise.all([...held.values()].filter(({ state }) => state === 'held').map(send))
    },
    // Inside the transaction in which it arrived nothing else can be written.
    arrived: () => queueMicrotask(cancelAnswered),
    connected: () => {
      for (const ending of held.values())
        if (ending.state === 'held' && !timers.has(ending.sessionId)) void send(ending)
    },
    stop: () => {
      for (const stopTimer of timers.values()) stopTimer()
      timers.clear()
    },
  }
}

const isOpen = ({ state }: HeldEnding): boolean => state === 'held' || state === 'sending'
