import { expect, it } from 'vitest'

import {
  clockTime,
  dayName,
  daysAgo,
  dueTime,
  duration,
  relativeTime,
  sameDay,
  setTimeZone,
  shortTime,
  startOfDay,
} from './time.ts'

const at = (text: string): number => new Date(`2026-11-21T${text}`).getTime()

it('counts up in minutes and hours', () => {
  expect([duration(-5), duration(42_000), duration(725_000), duration(3_723_000)]).toEqual([
    '0:00',
    '0:42',
    '12:05',
    '1:02:03',
  ])
})

it('is relative under a day and absolute beyond', () => {
  const now = at('12:00:00')
  expect(relativeTime(at('11:57:00'), now, 'zh-CN')).toBe('3分钟前')
  expect(relativeTime(at('09:00:00'), now, 'en')).toBe('3 hr. ago')
  expect(relativeTime(now - 3 * 86_400_000, now, 'zh-CN')).toBe('11月18日')
  expect(relativeTime(now - 400 * 86_400_000, now, 'zh-CN')).toBe('2025/10/17')
})

it('shows the time of today and the day of other days', () => {
  const ago = (days: number, language: 'zh-CN' | 'en'): string =>
    shortTime(at('09:05:00') - days * 86_400_000, at('12:00:00'), language)
  expect([ago(0, 'zh-CN'), ago(1, 'zh-CN'), ago(2, 'zh-CN')]).toEqual(['09:05', '昨天', '11月19日'])
  expect([ago(0, 'en'), ago(1, 'en'), ago(2, 'en')]).toEqual(['09:05', 'Yesterday', 'Nov 19'])
  expect([
    daysAgo(at('23:59:00'), at('23:59:30')),
    daysAgo(at('00:01:00') - 120_000, at('00:00:30')),
  ]).toEqual([0, 1])
})

it('says the hour of what is due, also on another day', () => {
  const inDays = (days: number, language: 'zh-CN' | 'en'): string =>
    dueTime(at('09:05:00') + days * 86_400_000, at('12:00:00'), language)
  expect([inDays(0, 'zh-CN'), inDays(1, 'zh-CN'), inDays(3, 'zh-CN')]).toEqual([
    '09:05',
    '明天 09:05',
    '11月24日 09:05',
  ])
  expect([inDays(-1, 'en'), inDays(1, 'en')]).toEqual(['yesterday 09:05', 'tomorrow 09:05'])
})

it('R-02-001 shows times in the zone of the organisation, wherever the computer stands', () => {
  const moment = Date.parse('2026-11-21T16:30:00Z')
  const seen = ['Asia/Shanghai', 'America/Los_Angeles', 'no such zone'].map((zone) => {
    setTimeZone(zone)
    return [
      clockTime(moment, 'en'),
      dayName(moment, 'en'),
      new Date(startOfDay(moment)).toISOString(),
      sameDay(moment, moment - 60 * 60_000),
      daysAgo(moment - 60 * 60_000, moment),
    ]
  })
  setTimeZone(OWN)
  const there = ['08:30', 'Saturday, November 21, 2026', '2026-11-21T08:00:00.000Z', true, 0]
  expect(seen).toEqual([
    ['00:30', 'Sunday, November 22, 2026', '2026-11-21T16:00:00.000Z', false, 1],
    there,
    there,
  ])
})

const OWN = Intl.DateTimeFormat().resolvedOptions().timeZone
