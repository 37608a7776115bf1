import type { OrganizationView } from '../../../../client/api.ts'
import type {
  AgentId,
  BotId,
  RoutingOutcome,
  RoutingRule,
  RoutingStep,
  SessionTarget,
} from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { fullTime, useLanguage } from '../../../ui/index.ts'

/** The steps of a try-out in words. */
export const useStepText = (
  rules: readonly RoutingRule[],
  { agents, groups, bots }: OrganizationView,
): {
  readonly stepText: (step: RoutingStep) => string
  readonly outcomeText: (outcome: RoutingOutcome) => string
} => {
  const { t } = useTranslation('routing')
  const language = useLanguage()
  const agentName = (id: AgentId): string => agents.find((agent) => agent.id === id)?.name ?? t('gone')
  const botName = (id: BotId): string => bots.find((bot) => bot.id === id)?.name ?? t('gone')
  const targetName = (target: SessionTarget): string =>
    target.kind === 'agent'
      ? agentName(target.agentId)
      : (groups.find(({ id }) => id === target.groupId)?.name ?? t('gone'))

  const asked = (
    step: 'owner' | 'returning' | 'agent',
    agentId: AgentId | null,
    receivable: boolean,
  ): string =>
    agentId === null
      ? t(`steps.${step === 'agent' ? 'owner' : step}Nobody`)
      : t(receivable ? `steps.${step}` : `steps.${step}Away`, { name: agentName(agentId) })

  const rulesText = ({ tried, matched }: Extract<RoutingStep, { step: 'rules' }>): string => {
    const nameOf = (id: string | null): string => rules.find((rule) => rule.id === id)?.name ?? ''
    const failed = tried.filter(({ result }) => result === 'no').map(({ ruleId }) => nameOf(ruleId))
    const parts = [
      failed.length > 0 ? t('steps.rulesFailed', { names: failed.join(t('comma')) }) : '',
      matched === null ? t('steps.rulesNone') : t('steps.rulesMatched', { name: nameOf(matched) }),
    ]
    return parts.filter((part) => part !== '').join(' ')
  }

  const stepText = (step: RoutingStep): string => {
    switch (step.step) {
      case 'rules':
        return rulesText(step)
      case 'bot':
        return step.botId === null ? t('steps.botNone') : t('steps.bot', { name: botName(step.botId) })
      case 'receiver':
        return t('steps.receiver', { name: targetName(step.target) })
      case 'closed':
        return step.opensAt === null
          ? t('steps.closed')
          : t('steps.closedUntil', { time: fullTime(step.opensAt, language) })
      case 'owner':
      case 'returning':
      case 'agent':
        return asked(step.step, step.agentId, step.receivable)
      case 'policy': {
        if (step.chosen === null) return t('steps.policyNobody')
        const figures = step.candidates.map(
          ({ agentId, load, capacity }) => `${agentName(agentId)} ${load}/${capacity}`,
        )
        return t(`steps.policy_${step.policy}`, {
          candidates: figures.join(t('comma')),
          name: agentName(step.chosen),
        })
      }
      case 'overflow':
        return t('steps.overflow', {
          measures: step.measures.map(({ kind }) => t(`measures.${kind}`)).join(' → ') || t('measures.none'),
        })
    }
  }

  const outcomeText = (outcome: RoutingOutcome): string => {
    switch (outcome.kind) {
      case 'agent':
        return t('outcomes.agent', { name: agentName(outcome.agentId) })
      case 'bot':
        return t('outcomes.bot', { name: botName(outcome.botId) })
      case 'pool':
        return t('outcomes.pool', { name: targetName(outcome.target) })
      case 'leave-message':
        return t('outcomes.leave-message')
    }
  }
  return { stepText, outcomeText }
}
