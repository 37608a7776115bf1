import { useId, useState } from 'react'

import type { GroupId, SessionTarget } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar } from '../../ui/index.ts'
import type { ColleagueRow, GroupRow } from './targets.ts'

interface ChoicesProps {
  readonly rows: readonly GroupRow[]
  readonly chosen: SessionTarget | null
  readonly onChoose: (to: SessionTarget) => void
}

/** Colleagues under the groups they belong to; whoever is in two groups stands in both (R-02-201). */
export const ColleagueChoices = ({ rows, chosen, onChoose }: ChoicesProps) => {
  const name = useId()
  const [place, setPlace] = useState<GroupId | null>(null)
  const isChosen = ({ agent }: ColleagueRow): boolean =>
    chosen?.kind === 'agent' && chosen.agentId === agent.id
  const holding = rows.filter(({ members }) => members.some(isChosen))
  // Of several places the mark stays where it was made; a browser would move it to the last.
  const marked = holding.find(({ group }) => group.id === place) ?? holding[0]
  return rows.map((row) => (
    <fieldset key={row.group.id} className="fy-transfer-group">
      <legend>{row.group.name}</legend>
      {row.members.map((member) => (
        <Colleague
          key={member.agent.id}
          // One name for all: the arrow keys go from the last of a group to the first of the next.
          name={name}
          member={member}
          checked={row === marked && isChosen(member)}
          onChoose={(to) => {
            setPlace(row.group.id)
            onChoose(to)
          }}
        />
      ))}
    </fieldset>
  ))
}

interface ColleagueProps {
  readonly name: string
  readonly member: ColleagueRow
  readonly checked: boolean
  readonly onChoose: (to: SessionTarget) => void
}

const Colleague = ({ name, member, checked, onChoose }: ColleagueProps) => {
  const { t } = useTranslation('transfer')
  const { agent, presence, reception, load, capacity, mobileOnly, receivable } = member
  const there = presence !== 'offline'
  return (
    <label className="fy-transfer-choice" data-dim={!receivable || undefined}>
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={() => {
          onChoose({ kind: 'agent', agentId: agent.id })
        }}
      />
      <Avatar id={agent.id} name={agent.name} size={28} presence={presence} />
      <span className="fy-cut">{agent.name}</span>
      <span className="fy-secondary">
        {t(`presence.${presence}`)}
        {there ? ` · ${reception ? t('receptionOn') : t('receptionOff')}` : ''}
        {mobileOnly ? ` · ${t('mobileOnly')}` : ''}
      </span>
      <span className="fy-secondary fy-digits" title={there ? t('loadTitle') : undefined}>
        {there ? `${load}/${capacity}` : ''}
      </span>
    </label>
  )
}

/** Groups with how many of their members can receive; lit when anybody can (R-02-202). */
export const GroupChoices = ({ rows, chosen, onChoose }: ChoicesProps) => {
  const { t } = useTranslation('transfer')
  const name = useId()
  return rows.map(({ group, members, receiving }) => (
    <label key={group.id} className="fy-transfer-choice" data-dim={receiving === 0 || undefined}>
      <input
        type="radio"
        name={name}
        checked={chosen?.kind === 'group' && chosen.groupId === group.id}
        onChange={() => {
          onChoose({ kind: 'group', groupId: group.id })
        }}
      />
      <span className="fy-cut">{group.name}</span>
      <span className="fy-secondary fy-digits">
        {t('receivingOf', { receiving, members: members.length })}
      </span>
    </label>
  ))
}
