import { Check, Users } from 'lucide-react'

import type { Agent, AgentId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, EmptyState, LineButton } from '../../ui/index.ts'
import { colleagueSections } from './colleagues.ts'
import { usePresence } from './usePresence.ts'

import './chats.css'

export interface ColleagueListProps {
  readonly text: string
  /** Who is not shown, beside oneself. */
  readonly without?: readonly AgentId[]
  /** Those who are chosen, where several can be; null: a click is all there is. */
  readonly chosen: ReadonlySet<AgentId> | null
  readonly onPick: (agent: Agent) => void
}

const NOBODY: readonly AgentId[] = []

/** Colleagues by department. */
export const ColleagueList = ({ text, without = NOBODY, chosen, onPick }: ColleagueListProps) => {
  const { t } = useTranslation('chats')
  const organization = useQuery('organization.get', {})
  const me = useQuery('account.current', {})?.me?.agentId
  const presenceOf = usePresence()
  const left = new Set([...without, ...(me ? [me] : [])])
  // A disabled colleague can be written to, and cannot be called into a chat.
  const agents = (organization?.agents ?? []).filter(({ disabled }) => !disabled || chosen === null)
  const sections = colleagueSections(agents, organization?.departments ?? [], text, left)
  if (sections.length === 0) return <EmptyState icon={Users} title={t('nobody')} />
  return sections.map(({ department, agents: members }) => (
    <section
      key={department?.id ?? ''}
      className="fy-colleagues"
      aria-label={department?.name ?? t('noDepartment')}
    >
      <h3>{department?.name ?? t('noDepartment')}</h3>
      <ul>
        {members.map((agent) => (
          <li key={agent.id}>
            <LineButton
              className="fy-colleague"
              aria-pressed={chosen ? chosen.has(agent.id) : undefined}
              onClick={() => {
                onPick(agent)
              }}
            >
              <Avatar id={agent.id} name={agent.name} size={28} presence={presenceOf(agent.id)} />
              <span className="fy-cut">{agent.name}</span>
              <span className="fy-secondary fy-cut">
                {agent.disabled ? t('disabled') : t(`presence.${presenceOf(agent.id)}`)}
              </span>
              {chosen?.has(agent.id) ? <Check aria-hidden="true" /> : null}
            </LineButton>
          </li>
        ))}
      </ul>
    </section>
  ))
}
