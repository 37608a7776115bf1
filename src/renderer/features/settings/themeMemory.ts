import { CompanyTheme } from '../../../protocol/model/index.ts'
import type { ThemeSides } from '../../ui/index.ts'

const KEY = 'foyer.company-theme'
const Sides = CompanyTheme.pick({ light: true, dark: true })

/** The colours of the company theme before the client core has answered, for the reason of `lookMemory`. */
export const firstTheme = (): ThemeSides | null => {
  current ??= { sides: readKept() }
  return current.sides
}
let current: { readonly sides: ThemeSides | null } | null = null

/** Remembers them for the next start; null: there are none any more. */
export const keepTheme = (theme: ThemeSides | null): void => {
  const sides = theme && { light: theme.light, dark: theme.dark }
  if (JSON.stringify(sides) === JSON.stringify(firstTheme())) return
  try {
    if (sides) window.localStorage.setItem(KEY, JSON.stringify(sides))
    else window.localStorage.removeItem(KEY)
  } catch {
    // Storage is forbidden or full: the next start has the theme a moment later.
  }
  current = { sides }
}

const readKept = (): ThemeSides | null => {
  try {
    return Sides.safeParse(JSON.parse(window.localStorage.getItem(KEY) ?? 'null')).data ?? null
  } catch {
    return null
  }
}
