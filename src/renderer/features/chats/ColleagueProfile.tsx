import type { AgentId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar } from '../../ui/index.ts'
import { usePresence } from './usePresence.ts'

/** A colleague as the company knows them; what customers see of them is another matter. */
export const ColleagueProfile = ({ agentId }: { readonly agentId: AgentId }) => {
  const { t } = useTranslation('chats')
  const organization = useQuery('organization.get', {})
  const presence = usePresence()(agentId)
  const agent = organization?.agents.find(({ id }) => id === agentId)
  if (!agent) return null
  const department = organization?.departments.find(({ id }) => id === agent.departmentId)
  const facts = [
    [t('account'), agent.account],
    [t('number'), String(agent.number)],
    [t('department'), department?.name ?? t('noDepartment')],
  ] as const
  return (
    <>
      <div className="fy-chat-person">
        <Avatar id={agent.id} name={agent.name} size={48} presence={agent.disabled ? 'offline' : presence} />
        <div>
          <h3>{agent.name}</h3>
          <p className="fy-secondary">{agent.disabled ? t('disabled') : t(`presence.${presence}`)}</p>
        </div>
      </div>
      <dl className="fy-chat-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="fy-secondary">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
