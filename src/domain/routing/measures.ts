import {
  OVERFLOW_DEFAULT,
  type BotId,
  type Channel,
  type GroupId,
  type Measure,
  type Organization,
  type ReceptionGroup,
  type ReceptionSettings,
} from '../../protocol/model/index.ts'
import { isOpenAt, opensAfter } from '../hours/businessHours.ts'

/** What is tried, in this order, for a customer whom nobody of the target can receive (R-02-100). */
export const overflowOf = (
  { pool, overflow }: Pick<ReceptionSettings, 'pool' | 'overflow'>,
  channel: Channel,
): readonly Measure[] => {
  const measures = overflow[channel] ?? OVERFLOW_DEFAULT
  if (pool) return measures
  // Nobody waits then: where they would have waited, anybody of the group is given the customer (R-02-101).
  const already = measures.some(({ kind }) => kind === 'random-member')
  return measures.flatMap((measure): Measure[] => {
    if (measure.kind !== 'pending-pool') return [measure]
    return already ? [] : [{ kind: 'random-member' }]
  })
}

export interface Closed {
  /** Null: nobody can say when somebody comes. */
  readonly opensAt: number | null
  /** What is done for whoever comes now; the same kind of list as for overflow. */
  readonly plan: readonly Measure[]
}

/** Null while a group, or the company where no group is named, receives; otherwise what is done for whoever comes (R-02-181). */
export const closedNow = (
  { timeZone, reception }: Pick<Organization, 'timeZone' | 'reception'>,
  group: Pick<ReceptionGroup, 'hours' | 'offHours'> | undefined,
  now: number,
): Closed | null => {
  const hours = group?.hours ?? reception.hours
  if (isOpenAt(hours, timeZone, now)) return null
  return { opensAt: opensAfter(hours, timeZone, now), plan: group?.offHours ?? reception.offHours }
}

/** By when a message left now is answered: the promised time begins when somebody is there (R-18-022). */
export const answerBy = (
  { timeZone, reception }: Pick<Organization, 'timeZone' | 'reception'>,
  group: Pick<ReceptionGroup, 'hours'> | undefined,
  now: number,
): number => {
  const begins = opensAfter(group?.hours ?? reception.hours, timeZone, now) ?? now
  return begins + reception.messageAnswerHours * 3_600_000
}

/** The groups that lists of measures send customers to. */
export const groupsNamed = (lists: readonly (readonly Measure[] | null | undefined)[]): readonly GroupId[] =>
  lists.flatMap((list) =>
    (list ?? []).flatMap((measure) => (measure.kind === 'other-group' ? [measure.groupId] : [])),
  )

/** The bots that lists of measures give customers to. */
export const botsNamed = (lists: readonly (readonly Measure[] | null | undefined)[]): readonly BotId[] =>
  lists.flatMap((list) => (list ?? []).flatMap((measure) => (measure.kind === 'bot' ? [measure.botId] : [])))
