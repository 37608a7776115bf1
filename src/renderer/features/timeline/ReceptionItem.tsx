import { Headset } from 'lucide-react'

import type { ReceptionStep, TimelineItem } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { clockTime, fullTime, RelativeTime, useLanguage } from '../../ui/index.ts'
import { ReceptionVoices } from './ReceptionVoices.tsx'
import type { TimelinePanelProps } from './TimelinePanel.tsx'

export interface ReceptionItemProps {
  readonly item: Extract<TimelineItem, { kind: 'reception' }>
  /** Without its steps. */
  readonly brief: boolean
  readonly onOpen: TimelinePanelProps['onOpen']
}

/** Who received the customer when, how it went, and what became of it; opens its messages (R-03-137). */
export const ReceptionItem = ({ item, brief, onOpen }: ReceptionItemProps) => {
  const { t } = useTranslation('timeline')
  const { t: ofThread } = useTranslation('thread')
  const { t: ofCustomer } = useTranslation('customer')
  const language = useLanguage()
  const agents = useQuery('organization.get', {})?.agents
  const nameOf = (id: string | null): string => agents?.find((agent) => agent.id === id)?.name ?? t('nobody')
  const result =
    item.endReason === null
      ? ofCustomer(`session.states.${item.state}`)
      : t('endedBy', { reason: ofCustomer(`session.reasons.${item.endReason}`) })
  const { firstSeq } = item
  return (
    <li>
      <Headset aria-hidden="true" />
      <div>
        <p className="fy-timeline-title">
          <span>{nameOf(item.handlerId)}</span>
          <span className="fy-secondary" title={fullTime(item.at, language)}>
            <RelativeTime at={item.at} />
          </span>
        </p>
        <p className="fy-secondary">
          {[ofThread(`channel.${item.channel}`), t(`initiator.${item.initiator}`), result].join(' · ')}
        </p>
        {brief ? null : (
          <ol className="fy-timeline-steps">
            {item.steps.map((step, index) => (
              <li key={index}>
                <time dateTime={new Date(step.at).toISOString()} title={fullTime(step.at, language)}>
                  {clockTime(step.at, language)}
                </time>
                <span>{stepText(step)}</span>
              </li>
            ))}
          </ol>
        )}
        {firstSeq === null ? null : (
          <button
            type="button"
            className="fy-link-button"
            onClick={() => {
              onOpen(item.conversationId, firstSeq)
            }}
          >
            {t('open')}
          </button>
        )}
        {firstSeq === null || brief ? null : <ReceptionVoices item={item} firstSeq={firstSeq} />}
      </div>
    </li>
  )

  function stepText({ to, handlerId, fromId, by }: ReceptionStep): string {
    const author = by.agentId === null || by.agentId === handlerId ? '' : ` · ${nameOf(by.agentId)}`
    if (fromId !== null && handlerId !== null)
      return t('steps.transferred', { from: nameOf(fromId), to: nameOf(handlerId) }) + author
    const name = handlerId === null ? '' : nameOf(handlerId)
    return (name === '' ? t(`steps.${to}`) : t(`stepsBy.${to}`, { name })) + author
  }
}
