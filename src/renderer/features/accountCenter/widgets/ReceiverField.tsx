import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import type { SessionTarget } from '../../../../protocol/model/index.ts'
import { Button, Field } from '../../../ui/index.ts'
import { GroupEditor } from '../groups/GroupEditor.tsx'

export interface ReceiverFieldProps {
  readonly organization: OrganizationView
  readonly target: SessionTarget | null
  readonly invalid: boolean
  /** May make a group right here. */
  readonly makesGroups: boolean
  readonly onChange: (target: SessionTarget) => void
}

/** Who receives what arrives at an entry; a group that is missing is made without leaving the form (R-02-027). */
export const ReceiverField = (props: ReceiverFieldProps) => {
  const { organization, target, invalid, makesGroups, onChange } = props
  const { t } = useTranslation('widgets')
  const { groups, agents } = organization
  /** The groups there were when a new one was asked for: the one that is not among them is meant. */
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null)
  const [making, setMaking] = useState(false)
  const made = before && groups.find(({ id }) => !before.has(id))
  if (made) {
    setBefore(null)
    onChange({ kind: 'group', groupId: made.id })
  }
  const able = agents.filter(({ disabled, superAdmin }) => !disabled && !superAdmin)
  return (
    <>
      <div className="fy-receiver">
        <Field label={t('receiver')}>
          <select
            value={
              target === null ? '' : target.kind === 'group' ? `g:${target.groupId}` : `a:${target.agentId}`
            }
            aria-invalid={invalid}
            onChange={({ target: { value } }) => {
              const group = groups.find(({ id }) => value === `g:${id}`)
              const agent = able.find(({ id }) => value === `a:${id}`)
              if (group) onChange({ kind: 'group', groupId: group.id })
              else if (agent) onChange({ kind: 'agent', agentId: agent.id })
            }}
          >
            <option value="" disabled>
              {t('chooseReceiver')}
            </option>
            <optgroup label={t('groups')}>
              {groups.map(({ id, name }) => (
                <option key={id} value={`g:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('agents')}>
              {able.map(({ id, name }) => (
                <option key={id} value={`a:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </Field>
        {makesGroups ? (
          <Button
            onClick={() => {
              setBefore(new Set(groups.map(({ id }) => id)))
              setMaking(true)
            }}
          >
            {t('newGroup')}
          </Button>
        ) : null}
      </div>
      {making ? (
        <GroupEditor
          group={null}
          agents={agents}
          onClose={() => {
            setMaking(false)
          }}
        />
      ) : null}
    </>
  )
}
