import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { InvitationRule, InvitationRuleId } from '../../../../protocol/model/index.ts'
import { IconButton } from '../../../ui/index.ts'
import { moved } from './form.ts'

export interface RuleListProps {
  readonly rules: readonly InvitationRule[]
  readonly nameOf: (rule: InvitationRule) => string
  readonly onChange: (rules: InvitationRule[]) => void
  readonly onEdit: (rule: InvitationRule) => void
}

/** The automatic invitations in their order: the first that matches shows. */
export const RuleList = ({ rules, nameOf, onChange, onEdit }: RuleListProps) => {
  const { t } = useTranslation('accountCenter')
  const move = (id: InvitationRuleId, by: 1 | -1): void => {
    onChange(moved(rules, id, by))
  }
  if (rules.length === 0) return <p className="fy-secondary">{t('invitations.none')}</p>
  return (
    <ol className="fy-invitation-rules">
      {rules.map((rule, index) => (
        <li key={rule.id}>
          <label className="fy-cut">
            <input
              type="checkbox"
              checked={rule.on}
              onChange={({ target: { checked } }) => {
                onChange(rules.map((one) => (one.id === rule.id ? { ...one, on: checked } : one)))
              }}
            />
            {rule.name}
          </label>
          <span className="fy-secondary fy-cut">
            {t('invitations.summary', { count: rule.conditions.seconds, receiver: nameOf(rule) })}
          </span>
          <span>
            <IconButton
              label={t('invitations.up', { name: rule.name })}
              disabled={index === 0}
              onClick={() => {
                move(rule.id, -1)
              }}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              label={t('invitations.down', { name: rule.name })}
              disabled={index === rules.length - 1}
              onClick={() => {
                move(rule.id, 1)
              }}
            >
              <ArrowDown />
            </IconButton>
            <IconButton
              label={t('invitations.editNamed', { name: rule.name })}
              onClick={() => {
                onEdit(rule)
              }}
            >
              <Pencil />
            </IconButton>
            <IconButton
              label={t('invitations.removeNamed', { name: rule.name })}
              onClick={() => {
                onChange(rules.filter(({ id }) => id !== rule.id))
              }}
            >
              <Trash2 />
            </IconButton>
          </span>
        </li>
      ))}
    </ol>
  )
}
