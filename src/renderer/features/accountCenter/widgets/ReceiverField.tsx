import { useState } from 'react'

import type { OrganizationView } from '../../../../client/api.ts'
import type { SessionTarget } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Field } from '../../../ui/index.ts'
import { GroupEditor } from '../groups/GroupEditor.tsx'
import { ReceiverOptions } from '../ReceiverOptions.tsx'
import { receiverText, targetOf } from '../receivers.ts'

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
  const { groups } = organization
  /** The groups there were when a new one was asked for: the one that is not among them is meant. */
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null)
  const [making, setMaking] = useState(false)
  const made = before && groups.find(({ id }) => !before.has(id))
  if (made) {
    setBefore(null)
    onChange({ kind: 'group', groupId: made.id })
  }
  return (
    <>
      <div className="fy-receiver">
        <Field label={t('receiver')}>
          <select
            value={receiverText(target)}
            aria-invalid={invalid}
            onChange={({ target: { value } }) => {
              const chosen = targetOf(value)
              if (chosen) onChange(chosen)
            }}
          >
            <option value="" disabled>
              {t('chooseReceiver')}
            </option>
            <ReceiverOptions organization={organization} />
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
          agents={organization.agents}
          onClose={() => {
            setMaking(false)
          }}
        />
      ) : null}
    </>
  )
}
