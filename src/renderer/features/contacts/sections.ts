import type { Contact, ContactGroup, ContactList, ContactPerson } from '../../../protocol/model/index.ts'

/** One group of a list with who is in it; null: those in no group. */
export interface ContactSection {
  readonly group: ContactGroup | null
  readonly people: readonly ContactPerson[]
}

export interface Filed {
  readonly groups: readonly ContactGroup[]
  readonly contacts: readonly Contact[]
}

/**
 * The people of a list under its groups, by name; whoever is in none comes last. While something is looked for, groups in
 * which it is not found are left out.
 */
export const sectionsOf = (
  list: ContactList,
  people: readonly ContactPerson[],
  { groups, contacts }: Filed,
  text: string,
): readonly ContactSection[] => {
  const groupOf = new Map(
    contacts.filter((contact) => contact.list === list).map((one) => [one.customerId, one.groupId]),
  )
  const wanted = text.trim().toLowerCase()
  const found = people.filter(
    ({ name, number }) => name.toLowerCase().includes(wanted) || String(number).includes(wanted),
  )
  const own = groups.filter((group) => group.list === list)
  const known = new Set(own.map(({ id }) => id))
  const inGroup = Map.groupBy(found, ({ customerId }) => {
    const id = groupOf.get(customerId) ?? null
    return id !== null && known.has(id) ? id : null
  })
  const sections = [
    ...own.map((group) => ({ group, people: inGroup.get(group.id) ?? [] })),
    { group: null, people: inGroup.get(null) ?? [] },
  ]
  return sections.filter((one) => one.people.length > 0 || (one.group !== null && wanted === ''))
}
