import { expect, it } from 'vitest'

import { PATH_REPLIES, PATH_WINDOWS } from '../../protocol/model/organization.ts'
import { pathOf, restOf } from './path.ts'

const HOUR = 3_600_000
const RULES = { pathWindows: PATH_WINDOWS, pathReplies: PATH_REPLIES }
const at = 1_000_000 * HOUR
const of = (
  channel: Parameters<typeof pathOf>[0]['channel'],
  hoursAgo: number | null,
  friendSince = false,
  replies = 0,
) =>
  pathOf(
    {
      channel,
      friendSince: friendSince ? at : null,
      lastCustomerAt: hoursAgo === null ? null : at - hoursAgo * HOUR,
      replies,
    },
    RULES,
    at,
  )

it('R-02-280 a friendship keeps the path open as long as it lasts, whoever wrote when', () => {
  expect(of('im', 24 * 365, true)).toEqual({ open: true, until: null, left: null })
  expect(of('im', null, true)).toEqual({ open: true, until: null, left: null })
  expect(of('im', 24 * 365)).toMatchObject({ open: false })
})

it('R-02-281 a temporary path is open for 14 days from each message of the customer', () => {
  expect(of('im', 0)).toEqual({ open: true, until: at + 14 * 24 * HOUR, left: null })
  expect(of('im', 14 * 24 - 1)).toEqual({ open: true, until: at + HOUR, left: null })
  expect(of('im', 14 * 24)).toEqual({ open: false, why: 'time', since: at })
  expect(of('im', null)).toEqual({ open: false, why: 'time', since: null })
})

it('counts 48 hours on channels of a platform, and nothing on the web, mail and telephone (R-02-287, R-02-288)', () => {
  for (const channel of ['wechat-oa', 'wecom-kf', 'miniprogram'] as const) {
    expect(of(channel, 47)).toMatchObject({ open: true, until: at + HOUR })
    expect(of(channel, 48)).toMatchObject({ open: false })
  }
  for (const channel of ['web', 'email', 'sms', 'phone'] as const) {
    expect(of(channel, null)).toEqual({ open: true, until: null, left: null })
  }
})

it('takes the length of a window from the settings', () => {
  const facts = { channel: 'im', friendSince: null, lastCustomerAt: at - 30 * HOUR, replies: 0 } as const
  expect(pathOf(facts, { ...RULES, pathWindows: { ...PATH_WINDOWS, im: 24 } }, at)).toMatchObject({
    open: false,
  })
  expect(pathOf(facts, { ...RULES, pathWindows: { ...PATH_WINDOWS, im: 48 } }, at)).toMatchObject({
    open: true,
  })
})

it('counts five replies to each message of the customer on channels of a platform, and as many as are settled elsewhere', () => {
  expect(of('wechat-oa', 1, false, 4)).toMatchObject({ open: true, left: 1 })
  expect(of('wechat-oa', 1, false, 5)).toEqual({ open: false, why: 'replies', since: at - HOUR })
  expect(of('wechat-oa', 48, false, 5)).toMatchObject({ open: false, why: 'time' })
  expect(of('im', 1, false, 500)).toMatchObject({ open: true, left: null })
  const facts = { channel: 'im', friendSince: null, lastCustomerAt: at, replies: 2 } as const
  const rules = { ...RULES, pathReplies: { ...PATH_REPLIES, im: 3 } }
  expect(pathOf(facts, rules, at)).toMatchObject({ open: true, left: 1 })
  expect(pathOf({ ...facts, friendSince: at }, rules, at)).toMatchObject({ open: true, left: null })
})

it('says what is left of a path from two hours or two replies on, and both where either is near', () => {
  const rest = (until: number | null, left: number | null) => restOf({ open: true, until, left }, at)
  expect(rest(at + 2 * HOUR + 1, 3)).toBeNull()
  expect(rest(at + 2 * HOUR, 3)).toEqual({ ms: 2 * HOUR, replies: 3 })
  expect(rest(at + 40 * HOUR, 2)).toEqual({ ms: 40 * HOUR, replies: 2 })
  expect(rest(at + HOUR, null)).toEqual({ ms: HOUR, replies: null })
  expect(rest(null, null)).toBeNull()
})
