import type {
  Arrival,
  RoutingRule,
  RoutingRuleId,
  RuleCondition,
  WidgetId,
} from '../../../../protocol/model/index.ts'

export type ConditionKind = RuleCondition['on']

export const CONDITION_KINDS: readonly ConditionKind[] = [
  'words',
  'tag',
  'type',
  'known',
  'sessions',
  'owner',
  'ownership',
  'widget',
  'source',
  'campaign',
  'language',
  'region',
  'open',
  'time',
]

/** A condition with nothing chosen yet. */
export const newCondition = (on: ConditionKind): RuleCondition => {
  switch (on) {
    case 'words':
    case 'campaign':
    case 'region':
      return { on, is: true, words: [] }
    case 'known':
    case 'open':
      return { on, is: true }
    case 'sessions':
      return { on, is: true, least: 1 }
    case 'time':
      return { on, is: true, days: [1, 2, 3, 4, 5], from: 540, to: 1080 }
    default:
      return { on, is: true, any: [] }
  }
}

export const newRule = (id: string): RoutingRule => ({
  id: id as RoutingRuleId,
  name: '',
  on: true,
  match: 'all',
  conditions: [newCondition('words')],
  receiver: null,
  priority: 0,
})

/** Words between commas, of whatever width. */
export const wordsOf = (text: string): string[] =>
  [...new Set(text.split(/[,，、;；\n]/u).map((word) => word.trim()))].filter((word) => word !== '')

export type RuleProblem = 'name' | 'condition' | 'long'

/** What keeps the rule from being taken over. */
export const problemOf = ({ name, conditions }: RoutingRule): RuleProblem | null => {
  if (name.trim() === '' || name.trim().length > 30) return 'name'
  if (!conditions.every(isComplete)) return 'condition'
  const words = conditions.flatMap((condition) => ('words' in condition ? condition.words : []))
  return words.some((word) => word.length > 50) ? 'long' : null
}

const isComplete = (condition: RuleCondition): boolean => {
  if (condition.on === 'language')
    return condition.any.every((tag) => tag.length >= 2) && condition.any.length > 0
  if ('any' in condition) return condition.any.length > 0
  if ('words' in condition) return condition.words.length > 0
  if (condition.on === 'sessions') return condition.least >= 1 && condition.least <= 1000
  return condition.on !== 'time' || (condition.days.length > 0 && condition.from !== condition.to)
}

/** A customer nobody knows yet, at an entry. */
export const sampleAt = (widgetId: WidgetId | null, language: string): Arrival => ({
  widgetId,
  channel: 'web',
  language,
  type: 'new',
  ownership: 'company-pool',
  ownerId: null,
  tagIds: [],
  region: '',
  source: { kind: 'direct', host: '', words: '', campaign: {} },
  sessions: 0,
  known: false,
  text: '',
})
