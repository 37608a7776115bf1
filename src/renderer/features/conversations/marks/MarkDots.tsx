import type { ColorMark, ColorMarkId } from '../../../../protocol/model/index.ts'
import { COLOR_MARK_LIMITS } from '../../../../protocol/model/limits.ts'
import { letterOf } from './letters.ts'

import './marks.css'

export interface MarkDotsProps {
  /** Ids with a comma between, in the order in which they are shown. */
  readonly marks: string
  readonly known: ReadonlyMap<ColorMarkId, ColorMark>
}

/** At most three marks; the tooltip names all (R-03-023, R-03-054). */
export const MarkDots = ({ marks, known }: MarkDotsProps) => {
  if (marks === '') return null
  const all = marks.split(',').flatMap((id) => known.get(id as ColorMarkId) ?? [])
  if (all.length === 0) return null
  const names = all.map(({ name }) => name).join(' · ')
  return (
    <span className="fy-marks" role="img" aria-label={names} title={names}>
      {all.slice(0, COLOR_MARK_LIMITS.shown).map((mark) => (
        <MarkDot key={mark.id} mark={mark} />
      ))}
    </span>
  )
}

/** The colour with its letter. */
export const MarkDot = ({ mark: { color } }: { readonly mark: Pick<ColorMark, 'color'> }) => (
  <span className="fy-mark" data-color={color} aria-hidden="true">
    {letterOf(color)}
  </span>
)
