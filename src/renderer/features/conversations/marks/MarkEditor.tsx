import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { ColorMark, ColorMarkId, MarkColor } from '../../../../protocol/model/index.ts'
import { MarkColor as Colors } from '../../../../protocol/model/index.ts'
import { COLOR_MARK_LIMITS } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Dialog, ErrorLine, IconButton } from '../../../ui/index.ts'
import { useAgentSetting } from '../../settings/index.ts'
import { letterOf } from './letters.ts'
import { MarkDot } from './MarkDots.tsx'
import { problemOf } from './markProblems.ts'
import { MarkRuleField } from './MarkRuleField.tsx'

/** What marks there are: a colour, a name, and by hand or by a rule (R-03-051). */
export const MarkEditor = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('conversations')
  const { value, save } = useAgentSetting('colorMarks')
  const [marks, setMarks] = useState<readonly ColorMark[]>(value)
  const [tried, setTried] = useState(false)
  const change = (id: ColorMarkId, to: Partial<ColorMark>): void => {
    setMarks(marks.map((mark) => (mark.id === id ? { ...mark, ...to } : mark)))
  }
  const add = (): void => {
    const used = new Set(marks.map(({ color }) => color))
    const color = Colors.options.find((one) => !used.has(one)) ?? 'red'
    setMarks([...marks, { id: crypto.randomUUID() as ColorMarkId, color, name: '', rule: null }])
  }
  const problem = problemOf(marks)
  return (
    <Dialog
      title={t('marks.title')}
      width={640}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              setTried(true)
              if (problem) return
              save(marks.map((mark) => ({ ...mark, name: mark.name.trim() })))
              onClose()
            }}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <p className="fy-secondary">{t('marks.hint')}</p>
      <ul className="fy-mark-rows">
        {marks.map((mark, index) => (
          <li key={mark.id} aria-label={mark.name}>
            <MarkDot mark={mark} />
            <select
              aria-label={t('marks.color')}
              value={mark.color}
              onChange={({ target }) => {
                change(mark.id, { color: target.value as MarkColor })
              }}
            >
              {Colors.options.map((color) => (
                <option key={color} value={color}>
                  {`${letterOf(color)} · ${t(`marks.colors.${color}`)}`}
                </option>
              ))}
            </select>
            <input
              aria-label={t('marks.name')}
              placeholder={t('marks.name')}
              maxLength={COLOR_MARK_LIMITS.name}
              value={mark.name}
              onChange={({ target }) => {
                change(mark.id, { name: target.value })
              }}
            />
            <MarkRuleField
              rule={mark.rule}
              onChange={(rule) => {
                change(mark.id, { rule })
              }}
            />
            <IconButton
              label={t('marks.up')}
              disabled={index === 0}
              onClick={() => {
                setMarks(marks.toSpliced(index, 1).toSpliced(index - 1, 0, mark))
              }}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              label={t('marks.remove', { name: mark.name })}
              onClick={() => {
                setMarks(marks.toSpliced(index, 1))
              }}
            >
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button disabled={marks.length >= COLOR_MARK_LIMITS.marks} onClick={add}>
        <Plus aria-hidden="true" />
        {t('marks.add')}
      </Button>
      {tried && problem ? <ErrorLine text={t(`marks.problems.${problem}`)} /> : null}
    </Dialog>
  )
}
