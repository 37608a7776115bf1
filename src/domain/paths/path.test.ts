import { expect, it } from 'vitest'

import { PATH_WINDOWS } from '../../protocol/model/organization.ts'
import { pathOf } from './path.ts'

const HOUR = 3_600_000
const at = 1_000_000 * HOUR
const of = (channel: Parameters<typeof pathOf>[0]['channel'], hoursAgo: number | null, friendSince = false) =>
  pathOf(
    {
      channel,
      friendSince: friendSince ? at : null,
      lastCustomerAt: hoursAgo === null ? null : at - hoursAgo * HOUR,
    },
    PATH_WINDOWS,
    at,
  )

it('R-02-280 a friendship keeps the path open as long as it lasts, whoever wrote when', () => {
  expect(of('im', 24 * 365, true)).toEqual({ open: true, until: null })
  expect(of('im', null, true)).toEqual({ open: true, until: null })
  expect(of('im', 24 * 365)).toMatchObject({ open: false })
})

it('R-02-281 a temporary path is open for 14 days from each message of the customer', () => {
  expect(of('im', 0)).toEqual({ open: true, until: at + 14 * 24 * HOUR })
  expect(of('im', 14 * 24 - 1)).toEqual({ open: true, until: at + HOUR })
  expect(of('im', 14 * 24)).toEqual({ open: false, since: at })
  expect(of('im', null)).toEqual({ open: false, since: null })
})

it('counts 48 hours on channels of a platform, and nothing on the web, mail and telephone (R-02-287, R-02-288)', () => {
  for (const channel of ['wechat-oa', 'wecom-kf', 'miniprogram'] as const) {
    expect(of(channel, 47)).toMatchObject({ open: true, until: at + HOUR })
    expect(of(channel, 48)).toMatchObject({ open: false })
  }
  for (const channel of ['web', 'email', 'sms', 'phone'] as const) {
    expect(of(channel, null)).toEqual({ open: true, until: null })
  }
})

it('takes the length of a window from the settings', () => {
  const facts = { channel: 'im', friendSince: null, lastCustomerAt: at - 30 * HOUR } as const
  expect(pathOf(facts, { ...PATH_WINDOWS, im: 24 }, at)).toMatchObject({ open: false })
  expect(pathOf(facts, { ...PATH_WINDOWS, im: 48 }, at)).toMatchObject({ open: true })
})
