import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { RoutingRule } from '../../../../protocol/model/index.ts'
import { IconButton } from '../../../ui/index.ts'
import { movedTo } from './form.ts'

export interface RuleListProps {
  readonly rules: readonly RoutingRule[]
  readonly nameOf: (rule: RoutingRule) => string
  readonly onChange: (rules: readonly RoutingRule[]) => void
  readonly onEdit: (rule: RoutingRule) => void
}

/** The rules in their order, which is changed by dragging or with the arrows: the first that matches counts. */
export const RuleList = ({ rules, nameOf, onChange, onEdit }: RuleListProps) => {
  const { t } = useTranslation('routing')
  const [dragged, setDragged] = useState<string | null>(null)
  if (rules.length === 0) return <p className="fy-secondary">{t('none')}</p>
  const draggedAt = rules.findIndex(({ id }) => id === dragged)
  return (
    <ol className="fy-rules">
      {rules.map((rule, index) => (
        <li
          key={rule.id}
          draggable
          data-dragged={rule.id === dragged || undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            setDragged(rule.id)
          }}
          onDragOver={(event) => {
            if (draggedAt < 0) return
            event.preventDefault()
            if (draggedAt !== index) onChange(movedTo(rules, draggedAt, index))
          }}
          onDragEnd={() => {
            setDragged(null)
          }}
        >
          <GripVertical aria-hidden="true" />
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
            {t('summary', { count: rule.conditions.length, receiver: nameOf(rule) })}
          </span>
          <span>
            <IconButton
              label={t('up', { name: rule.name })}
              disabled={index === 0}
              onClick={() => {
                onChange(movedTo(rules, index, index - 1))
              }}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              label={t('down', { name: rule.name })}
              disabled={index === rules.length - 1}
              onClick={() => {
                onChange(movedTo(rules, index, index + 1))
              }}
            >
              <ArrowDown />
            </IconButton>
            <IconButton
              label={t('editNamed', { name: rule.name })}
              onClick={() => {
                onEdit(rule)
              }}
            >
              <Pencil />
            </IconButton>
            <IconButton
              label={t('removeNamed', { name: rule.name })}
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
