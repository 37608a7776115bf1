/**
 * How long each way to a customer stays open (chapter 02 section 22).
 *
 * A window runs from the last word of the customer that the server stored. How long it is comes with the organisation's
 * settings, so that a channel may change its rules without a new program.
 */
import type { Channel, Conversation, ReceptionSettings } from '../../protocol/model/index.ts'

export type PathFacts = Pick<Conversation, 'channel' | 'friendSince' | 'lastCustomerAt' | 'replies'>

/** What a company has settled for its channels. */
export type PathRules = Pick<ReceptionSettings, 'pathWindows' | 'pathReplies'>

/**
 * `until` null: it does not close by time. `left`: how often we may still speak; null: as often as we like.
 * `since` null: the customer never wrote here.
 */
export type PathState =
  | { readonly open: true; readonly until: number | null; readonly left: number | null }
  | { readonly open: false; readonly why: 'time' | 'replies'; readonly since: number | null }

/** What is left of a path: time, replies, or both. */
export interface PathRest {
  readonly ms: number | null
  readonly replies: number | null
}

const WARNING_MS = 2 * 3_600_000
const WARNING_REPLIES = 2

/** Whether the customer can be reached this way now, how long and how often. */
export const pathOf = (
  { channel, friendSince, lastCustomerAt, replies }: PathFacts,
  rules: PathRules,
  now: number,
): PathState => {
  if (channel === 'im' && friendSince !== null) return { open: true, until: null, left: null }
  const hours = ofChannel(channel, rules.pathWindows)
  if (hours === null) return { open: true, until: null, left: null }
  if (lastCustomerAt === null) return { open: false, why: 'time', since: null }
  const until = lastCustomerAt + hours * 3_600_000
  if (now >= until) return { open: false, why: 'time', since: until }
  const most = ofChannel(channel, rules.pathReplies)
  if (most === null) return { open: true, until, left: null }
  return replies < most
    ? { open: true, until, left: most - replies }
    : { open: false, why: 'replies', since: lastCustomerAt }
}

/** What a path says of its end, from two hours or two replies before it on; null: nothing yet (R-02-290). */
export const restOf = (path: PathState, now: number): PathRest | null => {
  if (!path.open) return null
  const rest = { ms: path.until === null ? null : Math.max(0, path.until - now), replies: path.left }
  const isNear =
    (rest.ms !== null && rest.ms <= WARNING_MS) || (rest.replies !== null && rest.replies <= WARNING_REPLIES)
  return isNear ? rest : null
}

/** Null: no limit. What is written on the web waits for the next visit (R-02-287). */
const ofChannel = <Value>(
  channel: Channel,
  rules: Readonly<Record<'im' | 'wechat-oa' | 'wecom-kf' | 'miniprogram', Value>>,
): Value | null => {
  switch (channel) {
    case 'im':
    case 'wechat-oa':
    case 'wecom-kf':
    case 'miniprogram':
      return rules[channel]
    case 'web':
    case 'email':
    case 'phone':
    case 'sms':
      return null
  }
}
