import type { NavAction, NavEntryId, NavGroup, NavItem } from '../../../../protocol/model/index.ts'

export const newItem = (id: string): NavItem => ({
  id: id as NavEntryId,
  title: '',
  action: { kind: 'text', text: '' },
})

export const newGroup = (id: string): NavGroup => ({ id: id as NavEntryId, title: '', items: [] })

/** An action of the kind with nothing filled in yet; one that is of the kind already stays as it is. */
export const actionOf = (kind: NavAction['kind'], before: NavAction): NavAction => {
  if (before.kind === kind) return before
  switch (kind) {
    case 'text':
      return { kind, text: '' }
    case 'page':
      return { kind, url: 'https://' }
    case 'person':
      return { kind, target: null }
  }
}

/** The list with the changed one in the place of the one of its id. */
export const withChanged = <T extends { readonly id: string }>(list: readonly T[], changed: T): T[] =>
  list.map((one) => (one.id === changed.id ? changed : one))
