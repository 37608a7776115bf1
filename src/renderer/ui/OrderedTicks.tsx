import { ArrowDown, ArrowUp, GripVertical, Lock } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import { movedTo } from '../../base/movedTo.ts'
import { useTranslation } from '../translation/index.ts'
import { IconButton } from './IconButton.tsx'

import './orderedTicks.css'

export interface OrderedTick {
  readonly key: string
  readonly name: string
  readonly icon?: ReactNode
  readonly on: boolean
  /** Why it cannot be unticked; null: it can. */
  readonly lock: string | null
}

export interface OrderedTicksProps {
  readonly label: string
  readonly items: readonly OrderedTick[]
  /** Shown, and not to be changed. */
  readonly readOnly: boolean
  readonly onTick: (key: string, on: boolean) => void
  /** All keys in their new order. */
  readonly onOrder: (keys: readonly string[]) => void
}

/** What is shown, and in which order: ticked, dragged, or moved with the arrows. */
export const OrderedTicks = ({ label, items, readOnly, onTick, onOrder }: OrderedTicksProps) => {
  const { t } = useTranslation('common')
  const [dragged, setDragged] = useState<string | null>(null)
  const keys = items.map(({ key }) => key)
  const move = (from: number, to: number): void => {
    onOrder(movedTo(keys, from, to))
  }
  return (
    <ul className="fy-ordered" aria-label={label}>
      {items.map(({ key, name, icon, on, lock }, index) => (
        <li
          key={key}
          draggable={!readOnly}
          data-dragged={key === dragged || undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            setDragged(key)
          }}
          onDragOver={(event) => {
            if (dragged === null) return
            event.preventDefault()
            if (dragged !== key) move(keys.indexOf(dragged), index)
          }}
          onDragEnd={() => {
            setDragged(null)
          }}
        >
          <GripVertical aria-hidden="true" />
          <label>
            <input
              type="checkbox"
              checked={on}
              disabled={readOnly || lock !== null}
              onChange={({ target: { checked } }) => {
                onTick(key, checked)
              }}
            />
            {icon}
            <span className="fy-cut">{name}</span>
          </label>
          {lock === null ? null : (
            <span className="fy-secondary fy-ordered-lock">
              <Lock aria-hidden="true" />
              {lock}
            </span>
          )}
          <IconButton
            label={t('moveUp', { name })}
            disabled={readOnly || index === 0}
            onClick={() => {
              move(index, index - 1)
            }}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={t('moveDown', { name })}
            disabled={readOnly || index === items.length - 1}
            onClick={() => {
              move(index, index + 1)
            }}
          >
            <ArrowDown />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
