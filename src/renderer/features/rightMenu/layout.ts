import type { RightMenuLayout } from '../../../protocol/model/index.ts'
import type { MenuName } from './chosen.ts'

/** Always in the menu, whatever else an agent leaves out (R-03-117). */
export const isLocked = (name: MenuName): boolean => name === 'profile' || name === 'timeline'

/** Everything in the order the agent gave it; what they have not seen yet comes last, as it was. */
export const inOrder = <T extends { readonly name: MenuName }>(
  all: readonly T[],
  { order }: RightMenuLayout,
): readonly T[] => {
  const placeOf = ({ name }: T): number => {
    const at = order.indexOf(name)
    return at < 0 ? order.length : at
  }
  return all.toSorted((a, b) => placeOf(a) - placeOf(b))
}

export const isShown = (name: MenuName, { hidden }: RightMenuLayout): boolean =>
  isLocked(name) || !hidden.includes(name)

/** The layout with one of them ticked or not. */
export const withTick = (layout: RightMenuLayout, name: string, on: boolean): RightMenuLayout => ({
  ...layout,
  hidden: [...layout.hidden.filter((one) => one !== name), ...(on ? [] : [name])],
})
