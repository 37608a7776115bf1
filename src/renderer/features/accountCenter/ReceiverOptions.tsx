import type { OrganizationView } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'

export interface ReceiverOptionsProps {
  readonly organization: OrganizationView
  /** Offers bots too. */
  readonly bots?: boolean
}

/** The options of a choice of receivers; their values are those of `receiverText`. */
export const ReceiverOptions = ({ organization, bots = false }: ReceiverOptionsProps) => {
  const { t } = useTranslation('accountCenter')
  const agents = organization.agents.filter(({ disabled, superAdmin }) => !disabled && !superAdmin)
  const kinds = [
    ['group', t('receivers.groups'), organization.groups],
    ['agent', t('receivers.agents'), agents],
    ['bot', t('receivers.bots'), bots ? organization.bots : []],
  ] as const
  return kinds.map(([kind, label, list]) =>
    list.length === 0 ? null : (
      <optgroup key={kind} label={label}>
        {list.map(({ id, name }) => (
          <option key={id} value={`${kind}:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
    ),
  )
}
