import { X } from 'lucide-react'

import type { OrganizationView } from '../../../../client/api.ts'
import type { RuleCondition } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { IconButton } from '../../../ui/index.ts'
import { ConditionValue } from './ConditionValue.tsx'
import { CONDITION_KINDS, newCondition } from './form.ts'

export interface ConditionRowProps {
  readonly number: number
  readonly condition: RuleCondition
  readonly organization: OrganizationView
  readonly onChange: (condition: RuleCondition) => void
  readonly onRemove: () => void
}

/** One condition: what is asked, whether it must be so or not, and the values. */
export const ConditionRow = ({ number, condition, organization, onChange, onRemove }: ConditionRowProps) => {
  const { t } = useTranslation('routing')
  return (
    <li>
      <select
        value={condition.on}
        aria-label={t('conditionAt', { number })}
        onChange={({ target: { value } }) => {
          const on = CONDITION_KINDS.find((kind) => kind === value)
          if (on) onChange(newCondition(on))
        }}
      >
        {CONDITION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`conditions.${kind}`)}
          </option>
        ))}
      </select>
      <select
        value={condition.is ? 'yes' : 'no'}
        aria-label={t('isAt', { number })}
        onChange={({ target: { value } }) => {
          onChange({ ...condition, is: value === 'yes' })
        }}
      >
        <option value="yes">{t('is')}</option>
        <option value="no">{t('isNot')}</option>
      </select>
      <ConditionValue condition={condition} organization={organization} onChange={onChange} />
      <IconButton label={t('removeCondition', { number })} onClick={onRemove}>
        <X />
      </IconButton>
    </li>
  )
}
