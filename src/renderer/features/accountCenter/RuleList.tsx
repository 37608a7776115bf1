import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'

import { movedTo } from '../../../base/movedTo.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton } from '../../ui/index.ts'

import './ruleList.css'

interface Rule {
  readonly id: string
  readonly name: string
  readonly on: boolean
}

export interface RuleListProps<R extends Rule> {
  readonly rules: readonly R[]
  /** Said where there is none. */
  readonly empty: string
  /** What a rule does, in a line. */
  readonly summaryOf: (rule: R) => string
  readonly onChange: (rules: readonly R[]) => void
  readonly onEdit: (rule: R) => void
}

/** The rules in their order, which is changed by dragging or with the arrows: the first that matches counts. */
export const RuleList = <R extends Rule>({ rules, empty, summaryOf, onChange, onEdit }: RuleListProps<R>) => {
  const { t } = useTranslation('accountCenter')
  const [dragged, setDragged] = useState<string | null>(null)
  if (rules.length === 0) return <p className="fy-secondary">{empty}</p>
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
          <span className="fy-secondary fy-cut">{summaryOf(rule)}</span>
          <span>
            <IconButton
              label={t('rules.up', { name: rule.name })}
              disabled={index === 0}
              onClick={() => {
                onChange(movedTo(rules, index, index - 1))
              }}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              label={t('rules.down', { name: rule.name })}
              disabled={index === rules.length - 1}
              onClick={() => {
                onChange(movedTo(rules, index, index + 1))
              }}
            >
              <ArrowDown />
            </IconButton>
            <IconButton
              label={t('rules.editNamed', { name: rule.name })}
              onClick={() => {
                onEdit(rule)
              }}
            >
              <Pencil />
            </IconButton>
            <IconButton
              label={t('rules.removeNamed', { name: rule.name })}
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
