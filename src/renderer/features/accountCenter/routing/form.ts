import type {
  Arrival,
  GroupId,
  RoutingRule,
  RoutingRuleId,
  RuleCondition,
  RuleReceiver,
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

/** A rule's receiver as the value of a choice, and back. */
export const receiverText = (receiver: RuleReceiver | null): string => {
  switch (receiver?.kind) {
    case 'group':
      return `group:${receiver.groupId}`
    case 'agent':
      return `agent:${receiver.agentId}`
    case 'bot':
      return `bot:${receiver.botId}`
    case undefined:
      return ''
  }
}

export const receiverOf = (text: string): RuleReceiver | null => {
  const [kind, id = ''] = text.split(':')
  if (kind === 'group') return { kind, groupId: id as GroupId }
  if (kind === 'agent') return { kind, agentId: id as Extract<RuleReceiver, { kind: 'agent' }>['agentId'] }
  if (kind === 'bot') return { kind, botId: id as Extract<RuleReceiver, { kind: 'bot' }>['botId'] }
  return null
}

/** The list with the item at one place put to another. */
export const movedTo = <T>(list: readonly T[], from: number, to: number): readonly T[] => {
  const next = [...list]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
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
