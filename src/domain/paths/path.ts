/**
 * How long each way to a customer stays open (chapter 02 section 22).
 *
 * A window runs from the last word of the customer that the server stored. How long it is comes with the organisation's
 * settings, so that a channel may change its rules without a new program.
 */
import type { Channel, Conversation, PathWindows } from '../../protocol/model/index.ts'

export type PathFacts = Pick<Conversation, 'channel' | 'friendSince' | 'lastCustomerAt'>

/** `until` null: it does not close by time. `since` null: the customer never wrote here. */
export type PathState =
  | { readonly open: true; readonly until: number | null }
  | { readonly open: false; readonly since: number | null }

/** A path says how long it will be open from so long before its end on (R-02-290). */
export const PATH_WARNING_MS = 2 * 3_600_000

/** Whether the customer can be reached this way now, and how long. */
export const pathOf = (
  { channel, friendSince, lastCustomerAt }: PathFacts,
  windows: PathWindows,
  now: number,
): PathState => {
  if (channel === 'im' && friendSince !== null) return { open: true, until: null }
  const hours = hoursOf(channel, windows)
  if (hours === null) return { open: true, until: null }
  if (lastCustomerAt === null) return { open: false, since: null }
  const until = lastCustomerAt + hours * 3_600_000
  return now < until ? { open: true, until } : { open: false, since: until }
}

/** Null: no limit. What is written on the web waits for the next visit (R-02-287). */
const hoursOf = (channel: Channel, windows: PathWindows): number | null => {
  switch (channel) {
    case 'im':
      return windows.im
    case 'wechat-oa':
      return windows['wechat-oa']
    case 'wecom-kf':
      return windows['wecom-kf']
    case 'miniprogram':
      return windows.miniprogram
    case 'web':
    case 'email':
    case 'phone':
    case 'sms':
      return null
  }
}
