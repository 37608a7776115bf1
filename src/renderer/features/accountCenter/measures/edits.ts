import { isEmptyText, widthOfText } from '../../../../protocol/companyTexts.ts'
import type { CompanyText, GroupId, Measure } from '../../../../protocol/model/index.ts'
import { COMPANY_TEXT_LIMIT } from '../../../../protocol/model/limits.ts'

export type MeasureKind = Measure['kind']

export const OVERFLOW_KINDS: readonly MeasureKind[] = [
  'emergency-agent',
  'other-group',
  'bot',
  'pending-pool',
  'random-member',
  'text',
  'leave-message',
]
export const OFF_HOURS_KINDS = ['text', 'bot', 'other-group', 'pending-pool', 'leave-message'] as const

/** A measure with nothing chosen yet; a group must be there to send somebody to. */
export const newMeasure = (kind: Exclude<MeasureKind, 'bot'>, groupId: GroupId): Measure => {
  if (kind === 'text') return { kind, text: '' }
  return kind === 'other-group' ? { kind, groupId } : { kind }
}

/** What can still be added: texts and groups several times, anything else once. */
export const addable = (
  kinds: readonly MeasureKind[],
  measures: readonly Measure[],
): readonly MeasureKind[] =>
  kinds.filter(
    (kind) => kind === 'text' || kind === 'other-group' || !measures.some((measure) => measure.kind === kind),
  )

export const isText = (text: CompanyText): boolean =>
  !isEmptyText(text) && widthOfText(text) <= COMPANY_TEXT_LIMIT

export const areComplete = (measures: readonly Measure[]): boolean =>
  measures.every((measure) => measure.kind !== 'text' || isText(measure.text))

/** The list with one more: before the form for a message, behind which nothing is ever tried. */
export const added = <M extends Measure>(measures: readonly M[], measure: M): readonly M[] => {
  const end = measures.findIndex(({ kind }) => kind === 'leave-message')
  return end < 0 ? [...measures, measure] : measures.toSpliced(end, 0, measure)
}

/** Whether a measure stands behind the form for a message. */
export const isUnreached = (measures: readonly Measure[], index: number): boolean =>
  measures.slice(0, index).some(({ kind }) => kind === 'leave-message')
