import { Check } from 'lucide-react'
import type { KeyboardEvent } from 'react'

import type { ConversationRow } from '../../../../client/api.ts'
import type { ColorMarkId } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, MenuAt } from '../../../ui/index.ts'
import { useRowCommands } from '../useRowCommands.ts'
import { MarkDot } from './MarkDots.tsx'
import { byHand, useMarks } from './useMarks.ts'

export interface MarkPickerProps {
  /** One or several; a mark counts as set when all have it. */
  readonly rows: readonly ConversationRow[]
  readonly at: { readonly x: number; readonly y: number }
  readonly onEdit: () => void
  readonly onClose: () => void
}

/** Sets marks by hand: digits toggle them, 0 takes all away (R-03-056). */
export const MarkPicker = ({ rows, at, onEdit, onClose }: MarkPickerProps) => {
  const { t } = useTranslation('conversations')
  const known = useMarks()
  const { mark } = useRowCommands()
  const marks = [...known.values()].filter(({ rule }) => rule === null)
  const isOn = (id: ColorMarkId): boolean => rows.every((row) => byHand(row.marks, known).includes(id))
  const toggle = (id: ColorMarkId): void => {
    mark(rows, isOn(id) ? { remove: [id] } : { add: [id] })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event)
    else if (event.key === '0') mark(rows, { remove: marks.map(({ id }) => id) })
    else {
      const wanted = /^[1-9]$/u.test(event.key) ? marks[Number(event.key) - 1] : undefined
      if (!wanted) return
      toggle(wanted.id)
    }
    event.preventDefault()
  }
  return (
    <MenuAt at={at} label={t('marks.title')} onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the panel around it is the menu */}
      <div className="fy-menu fy-mark-picker" onKeyDown={onKeyDown}>
        {marks.map((one, index) => (
          <button
            key={one.id}
            type="button"
            role="menuitemcheckbox"
            aria-checked={isOn(one.id)}
            tabIndex={-1}
            onClick={() => {
              toggle(one.id)
            }}
          >
            <MarkDot mark={one} />
            <span className="fy-menu-label">{one.name}</span>
            {isOn(one.id) ? <Check aria-hidden="true" /> : null}
            {index < 9 ? <kbd className="fy-key">{index + 1}</kbd> : null}
          </button>
        ))}
        {marks.length === 0 ? <p className="fy-secondary">{t('marks.none')}</p> : null}
        <hr className="fy-menu-rule" />
        <Button kind="quiet" onClick={onEdit}>
          {t('marks.settings')}
        </Button>
      </div>
    </MenuAt>
  )
}

const step = (event: KeyboardEvent<HTMLDivElement>): void => {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const now = items.findIndex((item) => item === document.activeElement)
  items[(now + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length]?.focus()
}
