import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { AgentId, ConversationId } from '../../protocol/model/index.ts'
import type { CacheLimits } from '../api.ts'
import { DatabaseError } from '../ports/index.ts'
import type { Quiet } from '../quiet.ts'
import { longestUnused, mediaAfter, savedFiles, withoutMessage } from '../store/media.ts'
import type { MediaFile } from '../store/mediaFile.ts'
import { conversationAfter, hasOldMessages, removeOldMessages } from '../store/oldMessages.ts'
import type { Store } from '../store/store.ts'
import { tidyForms } from './tidyForms.ts'

/** After everything was told, and from then on. */
const FIRST_MS = 60_000
const AGAIN_MS = 6 * 60 * 60_000
/** What may not be seen any more goes sooner (R-17-062). */
const SOON_MS = 1000
/** Between two portions there is time for whatever somebody does. */
const PAUSE_MS = 40
const PORTION = { messages: 50, files: 50, conversations: 10 }
const DAY_MS = 24 * 60 * 60_000

export interface Tidying {
  /** Everything was told: what is old can be known now. */
  synced(): void
  /** A picture was added, or other limits hold. */
  changed(): void
  stop(): void
}

export interface TidyOptions {
  readonly store: Store
  readonly media: MediaFile
  readonly agentId: AgentId
  readonly clock: Clock
  readonly quiet: Quiet
  readonly log: Logger
  readonly limits: () => CacheLimits
  /** Somebody reads far back in it: what they fetched stays for this run (R-17-007). */
  readonly isRead: (conversationId: ConversationId) => boolean
}

/** One portion; true: there is more of it. */
type Step = () => boolean

/**
 * Keeps what this device holds within its limits (R-06-176): the oldest text, the pictures that nobody has looked at for
 * longest, and those whose message is gone.
 *
 * It works in portions of a few milliseconds, with pauses between them in which somebody may be at work. Of what only this
 * device knows it touches nothing but forms that cannot be sent any more.
 */
export const createTidying = (options: TidyOptions): Tidying => {
  const { store, media, agentId, clock, quiet, log, limits } = options
  const waiting = new Set<() => Step>()
  let running: Step | null = null
  let planned: { readonly at: number; readonly cancel: () => void } | null = null
  let again: (() => void) | null = null

  const work = (): void => {
    planned = null
    try {
      if (!running) {
        const [next] = waiting
        if (!next) return
        waiting.delete(next)
        running = next()
      }
      if (!running()) running = null
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      log.warn('what this device keeps could not be tidied', { code: error.code })
      running = null
      waiting.clear()
      return
    }
    plan(PAUSE_MS)
  }
  const plan = (delayMs: number): void => {
    const at = clock.now() + delayMs
    if (planned && planned.at <= at) return
    planned?.cancel()
    const wait = (): void => {
      planned = { at, cancel: quiet.wait(work) }
    }
    planned = { at, cancel: clock.after(delayMs, wait) }
  }
  const want = (delayMs: number, ...steps: readonly (() => Step)[]): void => {
    for (const step of steps) waiting.add(step)
    plan(delayMs)
  }

  const oldText = (): Step => () => textStep(options, at)
  const at = { conversationId: '' }
  const fromTheFirst = (): Step => {
    at.conversationId = ''
    return oldText()
  }
  const loose = (): Step => {
    let after = ''
    return () => {
      const ids = mediaAfter(media.db, after, PORTION.files)
      media.remove(withoutMessage(store.cache, ids))
      after = ids.at(-1) ?? ''
      return ids.length === PORTION.files
    }
  }
  const tooMuch = (): Step => () => evict(options, limits().mediaBytes)
  const freed = (): Step => () => media.shrink()
  const forms = (): Step => () => {
    tidyForms(store, agentId)
    return false
  }
  const all = [forms, fromTheFirst, loose, tooMuch, freed]

  const unlisten = store.changes.listen((topics) => {
    if (topics.has('messages-removed') || topics.has('saved-messages')) want(SOON_MS, loose, freed)
    if (topics.has('setting:cache-limits')) want(SOON_MS, ...all)
  })
  const repeat = (delayMs: number): void => {
    again = clock.after(delayMs, () => {
      want(0, ...all)
      repeat(AGAIN_MS)
    })
  }
  return {
    synced: () => {
      if (!again) repeat(FIRST_MS)
    },
    changed: () => want(SOON_MS, tooMuch, freed),
    stop: () => {
      unlisten()
      again?.()
      planned?.cancel()
    },
  }
}

/** Goes through some conversations, or removes some of what one of them has. */
const textStep = (
  { store, clock, limits, isRead }: TidyOptions,
  place: { conversationId: string },
): boolean => {
  const until = clock.now() - limits().textDays * DAY_MS
  for (let looked = 0; looked < PORTION.conversations; looked += 1) {
    const next = conversationAfter(store.cache, place.conversationId)
    if (next === null) return false
    if (!isRead(next) && hasOldMessages(store.cache, next, until)) {
      // The next portion begins with the same conversation.
      store.write(({ cache }) => removeOldMessages(cache, next, until, PORTION.messages))
      return true
    }
    place.conversationId = next
  }
  return true
}

/** Removes some pictures as long as there are too many; favourites stay. */
const evict = ({ store, media }: TidyOptions, most: number): boolean => {
  const excess = media.usage().bytes - most
  if (excess <= 0) return false
  const saved = new Set(savedFiles(store.cache))
  const candidates = longestUnused(media.db, PORTION.files + saved.size).filter(
    ({ fileId }) => !saved.has(fileId),
  )
  const gone: string[] = []
  let freed = 0
  for (const { fileId, size } of candidates.slice(0, PORTION.files)) {
    if (freed >= excess) break
    gone.push(fileId)
    freed += size
  }
  media.remove(gone)
  return gone.length > 0 && freed < excess
}
