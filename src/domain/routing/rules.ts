/** Step 3 of routing: which of an organisation's rules a customer who comes meets (R-02-083). */
import type {
  Arrival,
  BusinessHours,
  RoutingRule,
  RoutingRuleId,
  RuleCondition,
  VisitSource,
} from '../../protocol/model/index.ts'
import { isOpenAt } from '../hours/businessHours.ts'
import { addDays, wallTimeAt, weekdayOf } from '../hours/zoneTime.ts'

/** The moment somebody comes, as the organisation's clocks and hours see it. */
export interface Moment {
  readonly at: number
  readonly timeZone: string
  readonly hours: BusinessHours | null
}

/** How far one rule was looked at. */
export interface TriedRule {
  readonly ruleId: RoutingRuleId
  readonly result: 'off' | 'no' | 'yes'
  /** For each condition whether it holds; empty where the rule is off. */
  readonly holds: readonly boolean[]
}

export interface RulesTried {
  /** Null: none matches. */
  readonly rule: RoutingRule | null
  /** Up to the one that matches: those behind it are not asked. */
  readonly tried: readonly TriedRule[]
}

/** Asks the rules in their order; the first that matches counts. */
export const tryRules = (rules: readonly RoutingRule[], arrival: Arrival, moment: Moment): RulesTried => {
  const tried: TriedRule[] = []
  for (const rule of rules) {
    if (!rule.on) {
      tried.push({ ruleId: rule.id, result: 'off', holds: [] })
      continue
    }
    const holds = rule.conditions.map((condition) => conditionHolds(condition, arrival, moment))
    const matches =
      rule.match === 'all' || holds.length === 0 ? holds.every((one) => one) : holds.some((one) => one)
    tried.push({ ruleId: rule.id, result: matches ? 'yes' : 'no', holds })
    if (matches) return { rule, tried }
  }
  return { rule: null, tried }
}

const conditionHolds = (condition: RuleCondition, arrival: Arrival, moment: Moment): boolean =>
  isTrue(condition, arrival, moment) === condition.is

const isTrue = (condition: RuleCondition, arrival: Arrival, moment: Moment): boolean => {
  switch (condition.on) {
    case 'widget':
      return condition.any.some((id) => id === arrival.widgetId)
    case 'channel':
      return condition.any.includes(arrival.channel)
    case 'language':
      return condition.any.some((tag) => isLanguage(arrival.language, tag))
    case 'type':
      return condition.any.includes(arrival.type)
    case 'ownership':
      return condition.any.includes(arrival.ownership)
    case 'owner':
      return condition.any.some((id) => id === arrival.ownerId)
    case 'tag':
      return condition.any.some((id) => arrival.tagIds.includes(id))
    case 'region':
      return contains(arrival.region, condition.words)
    case 'source':
      return condition.any.includes(arrival.source.kind)
    case 'campaign':
      return contains(waysIn(arrival.source), condition.words)
    case 'sessions':
      return arrival.sessions >= condition.least
    case 'known':
      return arrival.known
    case 'open':
      return isOpenAt(moment.hours, moment.timeZone, moment.at)
    case 'time':
      return isWithin(condition, moment)
    case 'words':
      return contains(arrival.text, condition.words)
  }
}

const isLanguage = (language: string, wanted: string): boolean => {
  const [tag, start] = [language.toLowerCase(), wanted.toLowerCase()]
  return tag === start || tag.startsWith(`${start}-`)
}

/** Whatever the case, full or half width. */
const contains = (text: string, words: readonly string[]): boolean => {
  const plain = plainOf(text)
  return words.some((word) => plain.includes(plainOf(word)))
}

const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase()

const waysIn = ({ host, words, campaign }: VisitSource): string =>
  [host, words, ...Object.values(campaign)].join('\n')

/** A span over midnight belongs to the day on which it begins. */
const isWithin = (
  { days, from, to }: Extract<RuleCondition, { on: 'time' }>,
  { at, timeZone }: Moment,
): boolean => {
  const { date, minute } = wallTimeAt(at, timeZone)
  const isDay = (day: string): boolean => days.includes(weekdayOf(day))
  if (from < to) return isDay(date) && minute >= from && minute < to
  return (isDay(date) && minute >= from) || (isDay(addDays(date, -1)) && minute < to)
}
