import type { ColorMark, ColorMarkId } from '../../../../protocol/model/index.ts'
import { useAgentSetting } from '../../settings/index.ts'

/** The agent's marks by id, in the order of the editor. */
export const useMarks = (): ReadonlyMap<ColorMarkId, ColorMark> => {
  const { value } = useAgentSetting('colorMarks')
  return new Map(value.map((mark) => [mark.id, mark]))
}

/** Those of a row's marks that are set by hand. */
export const byHand = (marks: string, known: ReadonlyMap<ColorMarkId, ColorMark>): ColorMarkId[] =>
  marks.split(',').flatMap((id) => {
    const mark = known.get(id as ColorMarkId)
    return mark && mark.rule === null ? [mark.id] : []
  })
