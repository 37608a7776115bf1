import type { Random } from '../random.ts'
import type { Person } from './people.ts'
import type { Product } from './products.ts'
import { datesIn } from './times.ts'

/** What fills the places of a scenario; the same through one conversation. */
export type Slots = Readonly<Record<string, string>>

const EXPRESS = {
  'zh-CN': ['青雀快递', '远山物流', '飞梭速运'],
  en: ['Kestrel Express', 'Harbour Parcel'],
} as const
const COMPANIES = {
  'zh-CN': [
    '云栈设计工作室',
    '南岸律师事务所',
    '拾光书店',
    '青禾教育',
    '一方建筑',
    '渡口咖啡',
    '半山民宿',
    '弈星软件',
  ],
  en: ['Lighthouse Coffee Bar', 'Northfield Studio', 'Harbour Books', 'Alder & Finch', 'Corner Street Café'],
} as const

export const slotsOf = (
  random: Random,
  person: Person,
  product: Product,
  agentName: string,
  at: number,
): Slots => {
  const { language } = person
  const dates = datesIn(language, at)
  return {
    agent: agentName,
    polite: person.polite,
    name: person.name,
    phone: person.phone,
    email: person.email,
    city: person.city,
    order: orderNumber(random, at),
    product: language === 'en' ? product.en : product.zh,
    part: language === 'en' ? product.partEn : product.partZh,
    price: String(product.price),
    amount: language === 'en' ? `$${Math.round(product.price / 7)}.00` : String(product.price),
    express: random.pick(EXPRESS[language]),
    tracking: `YQ${random.digits(10)}`,
    day: dates.day(random.int(1, 4)),
    date: dates.date(-random.int(2, 6)),
    later: dates.date(random.int(5, 20)),
    company: random.pick(COMPANIES[language]),
    // A tax number of the right length that no office would give.
    tax: `91330000MA00${random.digits(6)}`,
    worker: random.pick(['陈', '李', '郑', '钱']),
    voucher: random.pick(['50', '80', '100']),
    count: String(random.int(5, 24)),
  }
}

/** An order number as the shop makes them: the day, then four digits. */
export const orderNumber = (random: Random, at: number): string =>
  `QM${new Date(at - random.int(2, 9) * 86_400_000).toISOString().slice(2, 10).replaceAll('-', '')}${random.digits(4)}`

/** The text with every `{place}` filled; a place nobody fills is a mistake of the scenario. */
export const fill = (text: string, slots: Slots): string =>
  text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = slots[name]
    if (value === undefined) throw new Error(`no slot {${name}} for: ${text}`)
    return value
  })
