import type { QuickEntryId } from '../../../protocol/model/index.ts'
import { MENUS, type BuiltInMenu } from './menus.ts'

/** What the right side shows: one of ours, or a page of the company's own. */
export type MenuName = BuiltInMenu | `entry:${string}`

type Chosen = Readonly<Record<string, string>>

/** Conversations whose choice is remembered; the one chosen longest ago is forgotten first. */
const MOST = 200

/** The choices as they were saved; anything else means none. */
export const chosenIn = (kept: unknown): Chosen =>
  typeof kept === 'object' && kept !== null
    ? Object.fromEntries(
        Object.entries(kept).filter((entry): entry is [string, string] => isMenuName(entry[1])),
      )
    : {}

/** The choices with one more; the profile is there anyway and need not be remembered. */
export const chosenWith = (chosen: Chosen, id: string, name: MenuName): Chosen => {
  const others = Object.entries(chosen).filter(([key]) => key !== id)
  return Object.fromEntries([...others, ...(name === 'profile' ? [] : [[id, name] as const])].slice(-MOST))
}

export const isMenuName = (value: unknown): value is MenuName =>
  typeof value === 'string' && (value.startsWith('entry:') || MENUS.some(({ name }) => name === value))

export const menuOfEntry = (id: QuickEntryId): MenuName => `entry:${id}`
