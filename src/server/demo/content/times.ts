import type { Random } from '../random.ts'

const DAY_MS = 86_400_000
/** The shop's clock: China has one time zone and no summer time. */
const ZONE_MS = 8 * 3_600_000

/** A moment `daysAgo` whole days before the day of `now`, in the hours the desk is open: mornings and evenings are busy. */
export const workingMoment = (random: Random, now: number, daysAgo: number): number => {
  const midnight = Math.floor((now + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS
  const hour = random.weighted([
    [9, 4],
    [10, 7],
    [11, 6],
    [12, 3],
    [13, 4],
    [14, 6],
    [15, 6],
    [16, 5],
    [17, 4],
    [18, 3],
    [19, 5],
    [20, 6],
    [21, 3],
  ])
  return midnight - daysAgo * DAY_MS + hour * 3_600_000 + random.int(0, 3_599) * 1000
}

const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Days and dates as a person of the shop would write them at the moment `at`. */
export const datesIn = (language: 'zh-CN' | 'en', at: number) => {
  const local = (offset: number): Date => new Date(at + ZONE_MS + offset * DAY_MS)
  return {
    day: (offset: number): string =>
      offset === 1
        ? language === 'en'
          ? 'tomorrow'
          : '明天'
        : (WEEKDAYS[language][local(offset).getUTCDay()] ?? ''),
    date: (offset: number): string => {
      const day = local(offset)
      return language === 'en'
        ? `${MONTHS[day.getUTCMonth()]} ${day.getUTCDate()}`
        : `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
    },
  }
}
