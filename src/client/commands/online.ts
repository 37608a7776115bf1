import type { Ids } from '../../base/ids.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { OnlineCommand } from '../api.ts'
import { addOverlay, confirmOverlay, readListEntry, removeOverlay } from '../store/listEntries.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import type { Requests } from '../sync/requests.ts'
import { ASKED_AGAIN, overlayOf } from './optimistic.ts'
import { isQueued, type QueuedCommands } from './queued.ts'
import { readResult } from './readResult.ts'

export interface OnlineOptions {
  readonly store: Store
  readonly requests: Requests
  readonly ids: Ids
  readonly isUp: () => boolean
  readonly queued: QueuedCommands
}

/** The result is that of the command's declaration. */
export type RunOnline = (command: OnlineCommand) => Promise<Result<unknown>>

/**
 * Gives a command to the server (R-17-019).
 *
 * One that may wait is kept first, whether there is a connection or not, and sent from the queue: nobody knows that a
 * connection is lost before it is noticed. All others, and those that cannot be kept here, need a connection.
 */
export const createOnlineCommands = ({ store, requests, ids, isUp, queued }: OnlineOptions): RunOnline => {
  const sendNow = async (id: string, command: OnlineCommand): Promise<Result<unknown>> => {
    const overlay = overlayOf(id, command)
    // What is shown early is no reason to fail: not on a full disk, and not when the account was left meanwhile.
    if (overlay) whenDiskAllows(() => store.write(({ cache }) => addOverlay(cache, overlay)))
    const answer = await requests.command(id, command.name, command.args)
    if (overlay) {
      whenDiskAllows(() =>
        store.write(({ cache }) => {
          if (answer.ok) confirmOverlay(cache, id, answer.value.revision)
          else removeOverlay(cache, id)
        }),
      )
    }
    if (!answer.ok) return answer
    const topic = ASKED_AGAIN[command.name]
    if (topic) store.write(({ cache }) => cache.touch(topic))
    return readResult(command.name, answer.value.result)
  }
  return async (command) => {
    const seq = readAlready(store, command)
    if (seq !== null) return ok({ seq })
    const id = ids.next()
    const kept = isQueued(command) ? queued.keep(id, command) : refuse('offline')
    if (kept.ok) return kept.value
    return isUp() ? sendNow(id, command) : kept
  }
}

/** Reading what was read already changes nothing and needs nobody; null: it does change something. */
const readAlready = (store: Store, { name, args }: OnlineCommand): number | null => {
  if (name !== 'read.advance') return null
  const entry = readListEntry(store.cache, args.conversationId)
  return entry && entry.readSeq >= args.seq ? entry.readSeq : null
}
