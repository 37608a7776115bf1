import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { BusinessHours } from '../../protocol/model/index.ts'
import { clockText, isOpenAt, minuteOf, opensAfter } from './businessHours.ts'

const NONE: BusinessHours = { week: [], holidays: [], workingDays: [] }
const OFFICE: BusinessHours = {
  ...NONE,
  week: [1, 2, 3, 4, 5].flatMap((day) => [
    { day, from: 540, to: 720 },
    { day, from: 780, to: 1080 },
  ]),
}
const at = (text: string): number => Date.parse(text)

describe('R-02-180 business hours', () => {
  const night: BusinessHours = {
    ...NONE,
    week: [
      { day: 5, from: 1320, to: 120 },
      { day: 7, from: 0, to: 1440 },
    ],
  }
  const golden: BusinessHours = {
    ...OFFICE,
    holidays: [{ from: '2026-10-01', to: '2026-10-07', name: '国庆节' }],
    workingDays: [{ date: '2026-10-10', from: 600, to: 960 }],
  }
  const cases: readonly [string, BusinessHours | null, string, string, boolean][] = [
    ['always, where nothing is set', null, 'Asia/Shanghai', '2026-11-22T03:00+08:00', true],
    ['never, where nothing is worked', NONE, 'Asia/Shanghai', '2026-11-23T10:00+08:00', false],
    ['from the first minute', OFFICE, 'Asia/Shanghai', '2026-11-23T09:00+08:00', true],
    ['not the minute before', OFFICE, 'Asia/Shanghai', '2026-11-23T08:59:59+08:00', false],
    ['not at noon between two spans', OFFICE, 'Asia/Shanghai', '2026-11-23T12:00+08:00', false],
    ['not on Saturday', OFFICE, 'Asia/Shanghai', '2026-11-21T10:00+08:00', false],
    ['in the zone of the company, not in ours', OFFICE, 'America/New_York', '2026-11-23T14:00Z', true],
    ['over midnight: before it', night, 'Europe/Berlin', '2026-11-20T23:59+01:00', true],
    ['over midnight: after it', night, 'Europe/Berlin', '2026-11-21T01:59+01:00', true],
    ['over midnight: not beyond', night, 'Europe/Berlin', '2026-11-21T02:00+01:00', false],
    ['up to 24:00', night, 'Europe/Berlin', '2026-11-22T23:59+01:00', true],
    ['not beyond 24:00', night, 'Europe/Berlin', '2026-11-23T00:00+01:00', false],
    ['not on a holiday', golden, 'Asia/Shanghai', '2026-10-07T10:00+08:00', false],
    ['after the holiday', golden, 'Asia/Shanghai', '2026-10-08T10:00+08:00', true],
    ['on an extra working day, with its own span', golden, 'Asia/Shanghai', '2026-10-10T10:00+08:00', true],
    ['not outside that span', golden, 'Asia/Shanghai', '2026-10-10T09:30+08:00', false],
    ['by the wall in summer', OFFICE, 'Europe/Berlin', '2026-07-20T07:00Z', true],
    ['and by the wall in winter', OFFICE, 'Europe/Berlin', '2026-11-23T07:00Z', false],
    ['in UTC, where nobody knows the zone', OFFICE, 'Mars/Base', '2026-11-23T09:00Z', true],
  ]
  it.each(cases)('%s', (_name, hours, zone, moment, open) => {
    expect(isOpenAt(hours, zone, at(moment))).toBe(open)
  })

  const openings: readonly [string, BusinessHours | null, string, string, string | null][] = [
    ['the next working day', OFFICE, 'Asia/Shanghai', '2026-11-20T18:00+08:00', '2026-11-23T09:00+08:00'],
    ['after the break', OFFICE, 'Asia/Shanghai', '2026-11-23T12:30+08:00', '2026-11-23T13:00+08:00'],
    ['after the holidays', golden, 'Asia/Shanghai', '2026-09-30T19:00+08:00', '2026-10-08T09:00+08:00'],
    ['not while it is open', OFFICE, 'Asia/Shanghai', '2026-11-23T10:00+08:00', null],
    ['never, where nothing is worked', NONE, 'Asia/Shanghai', '2026-11-23T10:00+08:00', null],
    [
      'when the clock jumps over the beginning',
      { ...NONE, week: [{ day: 7, from: 150, to: 300 }] },
      'Europe/Berlin',
      '2026-03-29T01:30+01:00',
      '2026-03-29T03:00+02:00',
    ],
    [
      'the first of the two when the clock is put back',
      { ...NONE, week: [{ day: 7, from: 150, to: 300 }] },
      'Europe/Berlin',
      '2026-10-25T02:10+02:00',
      '2026-10-25T02:30+02:00',
    ],
  ]
  it.each(openings)('opens next: %s', (_name, hours, zone, moment, opens) => {
    expect(opensAfter(hours, zone, at(moment))).toBe(opens === null ? null : at(opens))
  })

  const anyHours = fc.record({
    week: fc.array(
      fc
        .record({
          day: fc.integer({ min: 1, max: 7 }),
          from: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
          to: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15),
        })
        .filter(({ from, to }) => from !== to),
      { minLength: 1, maxLength: 8 },
    ),
    holidays: fc.constant<BusinessHours['holidays']>([]),
    workingDays: fc.constant<BusinessHours['workingDays']>([]),
  })
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu')
  // Around the days on which clocks are changed, where mistakes would be.
  const moments = fc
    .tuple(
      fc.constantFrom('2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'),
      fc.integer({ min: -96, max: 96 }),
    )
    .map(([date, quarters]) => at(`${date}T00:00Z`) + quarters * 15 * 60_000)

  it('the next opening is what one finds by trying every quarter of an hour', () => {
    fc.assert(
      fc.property(anyHours, zones, moments, (hours, zone, moment) => {
        if (isOpenAt(hours, zone, moment)) return
        let tried = moment
        for (let step = 0; step < 9 * 96 && !isOpenAt(hours, zone, tried); step += 1) tried += 15 * 60_000
        expect(opensAfter(hours, zone, moment)).toBe(tried)
      }),
      { numRuns: 60 },
    )
  })
})

describe('times of day as they are typed', () => {
  it.each([
    ['9:00', 540],
    ['0930', 570],
    ['24:00', 1440],
    ['09：30', 570],
    ['24:01', null],
    ['12:60', null],
    ['noon', null],
    ['', null],
  ])('%s', (text, minute) => {
    expect(minuteOf(text)).toBe(minute)
    if (minute !== null) expect(minuteOf(clockText(minute))).toBe(minute)
  })
})
