import { isEmptyText, textIn, widthOfText } from '../../protocol/companyTexts.ts'
import type { Language, NavAction, NavItem, NavMenuPlan, SessionTarget } from '../../protocol/model/index.ts'
import { NAV_MENU_LIMITS, WIDGET_WELCOME_LIMIT } from '../../protocol/model/limits.ts'

export type NavProblemKind =
  | 'too-many-entries'
  | 'too-many-buttons'
  | 'welcome-long'
  | 'too-many-items'
  | 'title-long'
  | 'text-long'
  | 'title-missing'
  | 'text-missing'
  | 'page'
  | 'receiver'

/** Something that is wrong with a menu. */
export interface NavProblem {
  readonly kind: NavProblemKind
  /** Title of the entry, or its place such as `2.3` where it has none; empty: the menu as a whole. */
  readonly entry: string
}

/** What may be neither kept nor shown: more than the limits allow (R-02-176). */
const OVER_LIMIT: ReadonlySet<NavProblemKind> = new Set([
  'too-many-entries',
  'too-many-buttons',
  'welcome-long',
  'too-many-items',
  'title-long',
  'text-long',
])

export const isOverLimit = ({ kind }: NavProblem): boolean => OVER_LIMIT.has(kind)

/**
 * What keeps a menu from being shown to customers, from its top to its bottom; a draft may be unfinished, but not over the
 * limits. `own`: the company's language. `isReceiver`: whether customers can be sent there.
 */
export const navProblems = (
  { welcome, entries, buttons }: NavMenuPlan,
  own: Language,
  isReceiver: (target: SessionTarget) => boolean,
): readonly NavProblem[] => {
  const found: NavProblem[] = []
  const add = (kind: NavProblemKind, entry = ''): void => {
    found.push({ kind, entry })
  }
  const look = ({ title, action }: NavItem, place: string): void => {
    const name = lookAtTitle(title, place)
    const kind = problemOf(action, isReceiver)
    if (kind) add(kind, name)
  }
  const lookAtTitle = (title: NavItem['title'], place: string): string => {
    const name = textIn(title, own, own) || place
    if (isEmptyText(title)) add('title-missing', name)
    else if (widthOfText(title) > NAV_MENU_LIMITS.title) add('title-long', name)
    return name
  }
  if (widthOfText(welcome) > WIDGET_WELCOME_LIMIT) add('welcome-long')
  if (entries.length > NAV_MENU_LIMITS.entries) add('too-many-entries')
  entries.forEach((entry, index) => {
    const place = String(index + 1)
    if ('action' in entry) {
      look(entry, place)
      return
    }
    const name = lookAtTitle(entry.title, place)
    if (entry.items.length > NAV_MENU_LIMITS.entries) add('too-many-items', name)
    entry.items.forEach((item, below) => {
      look(item, `${place}.${below + 1}`)
    })
  })
  if (buttons.length > NAV_MENU_LIMITS.buttons) add('too-many-buttons')
  buttons.forEach((button, index) => {
    look(button, String(index + 1))
  })
  return found
}

/** The ids of everything in a menu. */
export const navIds = ({ entries, buttons }: NavMenuPlan): string[] =>
  [...entries, ...entries.flatMap((entry) => ('items' in entry ? entry.items : [])), ...buttons].map(
    ({ id }) => id,
  )

/** The entry of this id that can be chosen; undefined: it is gone. */
export const findNavItem = ({ entries, buttons }: NavMenuPlan, id: string): NavItem | undefined =>
  [...entries.flatMap((entry) => ('action' in entry ? [entry] : entry.items)), ...buttons].find(
    (item) => item.id === id,
  )

const problemOf = (
  action: NavAction,
  isReceiver: (target: SessionTarget) => boolean,
): NavProblemKind | null => {
  switch (action.kind) {
    case 'text':
      if (isEmptyText(action.text)) return 'text-missing'
      return widthOfText(action.text) > NAV_MENU_LIMITS.text ? 'text-long' : null
    case 'page':
      return isPage(action.url) ? null : 'page'
    case 'person':
      return action.target === null || isReceiver(action.target) ? null : 'receiver'
  }
}

/** Only addresses of pages, and none that carries a name or a password. */
const isPage = (url: string): boolean => {
  const parsed = URL.parse(url)
  return parsed !== null && /^https?:\/\//iu.test(url) && parsed.username === '' && parsed.password === ''
}
