import { assertNever } from '../../../base/assertNever.ts'
import type { OrganizationView } from '../../../client/api.ts'
import type { LeftMessage, Session } from '../../../protocol/model/index.ts'
import { contactText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { duration, fullTime, plainText, RelativeTime, useLanguage } from '../../ui/index.ts'
import { useRatingText } from '../ratings/index.ts'
import { topicText } from '../topics/index.ts'
import { Fact } from './Fact.tsx'
import { sourceText } from './sourceText.ts'

export interface SessionFactsProps {
  readonly session: Session
  readonly organization: OrganizationView | null | undefined
}

/** What the present or latest session is about, and why it came to this agent (R-02-092). */
export const SessionFacts = ({ session, organization }: SessionFactsProps) => {
  const { t } = useTranslation('customer')
  const ratingText = useRatingText()
  const language = useLanguage()
  const agentName = (id: string | null): string =>
    organization?.agents.find((agent) => agent.id === id)?.name ?? t('none')
  const target =
    session.target.kind === 'agent'
      ? agentName(session.target.agentId)
      : (organization?.groups.find(
          ({ id }) => session.target.kind === 'group' && id === session.target.groupId,
        )?.name ?? t('none'))
  const topic = topicText(organization?.topics.topics ?? [], session.topicId)
  return (
    <dl className="fy-facts">
      <Fact name={t('session.state')}>{t(`session.states.${session.state}`)}</Fact>
      <Fact name={t('session.handler')}>{agentName(session.handlerId)}</Fact>
      <Fact name={t('session.target')}>{target}</Fact>
      {session.source ? <Fact name={t('source')}>{sourceText(session.source, t)}</Fact> : null}
      <Fact name={t('session.began')}>
        <RelativeTime at={session.requestedAt} />
      </Fact>
      {session.endedAt !== null && session.endReason !== null ? (
        <Fact name={t('session.ended')}>{t(`session.reasons.${session.endReason}`)}</Fact>
      ) : null}
      {session.initiator === 'agent' ? (
        <Fact name={t('session.byAgent')}>{t('session.byAgentText')}</Fact>
      ) : null}
      {session.measure ? (
        <Fact name={t('session.measure')}>
          {t(session.measure.valid ? 'session.valid' : 'session.oneSided', {
            time: duration(session.measure.lengthMs),
          })}
        </Fact>
      ) : null}
      {session.resting ? <Fact name={t('session.resting')}>{t('session.restingText')}</Fact> : null}
      {topic === null ? null : <Fact name={t('session.topic')}>{topic}</Fact>}
      {session.survey ? (
        <Fact name={t('session.rating')}>
          {session.survey.rating
            ? ratingText(session.survey.rating)
            : t(session.survey.undelivered ? 'session.ratingUndelivered' : 'session.ratingAsked')}
        </Fact>
      ) : null}
      {session.leftMessage ? (
        <Fact name={t('session.leftMessage')}>{leftMessageText(session.leftMessage)}</Fact>
      ) : null}
      <Fact name={t('session.why')}>
        {whyText()}
        {session.why.rule === undefined ? '' : ` (${t('why.rule', { name: session.why.rule })})`}
        {session.why.router === undefined ? '' : ` (${t('why.routerNamed', { name: session.why.router })})`}
        {session.why.cause ? ` (${t(`why.causes.${session.why.cause}`)})` : ''}
      </Fact>
    </dl>
  )

  function leftMessageText(left: LeftMessage): string {
    const time = fullTime(left.answerBy, language)
    return t('session.leftMessageText', { number: left.number, contact: plainText(contactText(left)), time })
  }

  function whyText(): string {
    const { step, policy, load, capacity, candidates } = session.why
    switch (step) {
      case 'policy':
        return t('why.policy', {
          policy: policy ? t(`why.policies.${policy}`) : '',
          load: load ?? 0,
          capacity: capacity ?? 0,
          candidates: candidates ?? 1,
        })
      case 'open-session':
      case 'router':
      case 'main-account':
      case 'bot':
      case 'receiver':
      case 'overflow':
      case 'accepted':
      case 'agent-started':
      case 'reopened':
      case 'transferred':
      case 'timeout':
      case 'direct':
      case 'owner':
      case 'returning':
      case 'emergency':
      case 'random-member':
      case 'other-group':
      case 'leave-message':
      case 'requeued':
      case 'forced':
      case 'retargeted':
        return t(`why.${step}`)
      default:
        return assertNever(step)
    }
  }
}
