import type { Ids } from '../../base/ids.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { commands, type CommandArgs, type CommandResult } from '../../protocol/commands/index.ts'
import type { ActionCode, OnlineCommandName } from '../api.ts'
import { addOverlay, confirmOverlay, readListEntry, removeOverlay } from '../store/listEntries.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import type { Requests } from '../sync/requests.ts'
import { ASKED_AGAIN, overlayOf } from './optimistic.ts'
import { isQueued, type QueuedCommands } from './queued.ts'

export interface OnlineOptions {
  readonly store: Store
  readonly requests: Requests
  readonly ids: Ids
  readonly isUp: () => boolean
  readonly queued: QueuedCommands
}

export type RunOnline = <N extends OnlineCommandName>(
  name: N,
  args: CommandArgs<N>,
) => Promise<Result<CommandResult<N>, ActionCode<N>>>

/**
 * Gives a command to the server (R-17-019).
 *
 * Without a connection it is kept if it is one of those that may wait, and refused otherwise. What it changes in the own list is shown at once, and taken back if
 * the server did not do it; what the log brings counts in any case.
 */
export const createOnlineCommands =
  ({ store, requests, ids, isUp, queued }: OnlineOptions): RunOnline =>
  async (name, args) => {
    const done = alreadySo(store, name, args)
    if (done !== null) return ok(done as never)
    const id = ids.next()
    // Behind what waits already: the later of two choices is to hold.
    if (isQueued(name) && (!isUp() || queued.isBusy())) return queued.add(id, name, args as never) as never
    if (!isUp()) return refuse('offline') as Result<never, never>
    const overlay = overlayOf(id, name, args)
    // What is shown early is no reason to fail: not on a full disk, and not when the account was left meanwhile.
    if (overlay) whenDiskAllows(() => store.write(({ cache }) => addOverlay(cache, overlay)))
    const answer = await requests.command(id, name, args)
    if (overlay) {
      whenDiskAllows(() =>
        store.write(({ cache }) => {
          if (answer.ok) confirmOverlay(cache, id, answer.value.revision)
          else removeOverlay(cache, id)
        }),
      )
    }
    if (!answer.ok && isQueued(name) && isUnanswered(answer.code))
      return queued.add(id, name, args as never) as never
    if (!answer.ok) return answer as Result<never, never>
    const topic = ASKED_AGAIN[name]
    if (topic) store.write(({ cache }) => cache.touch(topic))
    const result = commands[name].result.safeParse(answer.value.result)
    return result.success ? ok(result.data as never) : (refuse('internal') as Result<never, never>)
  }

/** Its fate is unknown: under the same id it is done once, however often it is sent. */
const isUnanswered = (code: string): boolean => code === 'timeout'

/** Reading what was read already changes nothing and needs nobody. */
const alreadySo = (store: Store, name: OnlineCommandName, args: unknown): { seq: number } | null => {
  if (name !== 'read.advance') return null
  const { conversationId, seq } = args as CommandArgs<'read.advance'>
  const entry = readListEntry(store.cache, conversationId)
  return entry && entry.readSeq >= seq ? { seq: entry.readSeq } : null
}
