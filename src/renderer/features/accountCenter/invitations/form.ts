import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import {
  CONDITION_DEFAULTS,
  LOOK_DEFAULTS,
  wholeLooks,
  type GroupId,
  type InvitationConditions,
  type InvitationLook,
  type InvitationRule,
  type InvitationRuleId,
  type InvitationSettings,
} from '../../../../protocol/model/index.ts'

/** What is saved together, while somebody is editing it. */
export type InvitationsForm = Omit<CommandArgs<'invitations.save'>, 'version'>

export const formOf = ({ visitorList, manual, manualLooks, rules }: InvitationSettings): InvitationsForm => ({
  visitorList,
  manual,
  manualLooks: wholeLooks(manualLooks),
  rules: rules.map((rule) => ({ ...rule, looks: wholeLooks(rule.looks) })),
})

/** One automatic invitation while it is typed: figures are texts. */
export interface RuleForm extends Omit<InvitationRule, 'conditions' | 'againMinutes'> {
  readonly conditions: Omit<InvitationConditions, 'seconds' | 'visits' | 'pages'> & {
    readonly seconds: string
    readonly visits: string
    readonly pages: string
  }
  readonly again: boolean
  readonly againMinutes: string
}

export const newRule = (id: string, groupId: GroupId): InvitationRule => ({
  id: id as InvitationRuleId,
  name: '',
  on: false,
  receiver: { kind: 'group', groupId },
  conditions: CONDITION_DEFAULTS,
  againMinutes: null,
  looks: LOOK_DEFAULTS,
})

export const ruleFormOf = (rule: InvitationRule): RuleForm => ({
  ...rule,
  conditions: {
    ...rule.conditions,
    seconds: String(rule.conditions.seconds),
    visits: String(rule.conditions.visits),
    pages: String(rule.conditions.pages),
  },
  again: rule.againMinutes !== null,
  againMinutes: String(rule.againMinutes ?? 60),
})

export const ruleOf = ({ again, againMinutes, ...form }: RuleForm): InvitationRule => ({
  ...form,
  name: form.name.trim(),
  conditions: {
    ...form.conditions,
    address: form.conditions.address.trim(),
    seconds: Number(form.conditions.seconds),
    visits: Number(form.conditions.visits),
    pages: Number(form.conditions.pages),
  },
  againMinutes: again ? Number(againMinutes) : null,
})

export type RuleProblem = 'name' | 'seconds' | 'visits' | 'pages' | 'again' | 'long'

/** What keeps the invitation from being taken over. */
export const problemsOf = (form: RuleForm): readonly RuleProblem[] => {
  const { conditions } = form
  const name = form.name.trim()
  const found: (RuleProblem | false)[] = [
    (name === '' || name.length > 30) && 'name',
    !isCount(conditions.seconds, 0, 3600) && 'seconds',
    !isCount(conditions.visits, 1, 100) && 'visits',
    !isCount(conditions.pages, 1, 100) && 'pages',
    form.again && !isCount(form.againMinutes, 1, 43_200) && 'again',
    (isLongAddress(conditions.address) || !areLooks(form.looks)) && 'long',
  ]
  return found.filter((problem) => problem !== false)
}

export const areLooks = (looks: InvitationRule['looks']): boolean =>
  isLook(looks.desktop) && isLook(looks.mobile)

/** Longest texts of a look, in characters. */
const LOOK_LIMITS = { title: 40, text: 120, accept: 20, acceptIm: 20, decline: 20 } as const

export const isLong = (look: InvitationLook, text: keyof typeof LOOK_LIMITS): boolean =>
  look[text].length > LOOK_LIMITS[text]

const isLook = (look: InvitationLook): boolean => !LOOK_TEXTS.some((text) => isLong(look, text))

/** Whether a text of the look is shown: each button has its entry. */
export const isUsed = ({ entries }: InvitationLook, text: (typeof LOOK_TEXTS)[number]): boolean =>
  text === 'accept' ? entries.includes('chat-web') : text !== 'acceptIm' || entries.includes('chat-im')

export const LOOK_TEXTS = ['title', 'text', 'accept', 'acceptIm', 'decline'] as const

const ADDRESS_LIMIT = 200

export const isLongAddress = (address: string): boolean => address.trim().length > ADDRESS_LIMIT

const isCount = (text: string, least: number, most: number): boolean =>
  /^\d+$/u.test(text.trim()) && Number(text) >= least && Number(text) <= most
