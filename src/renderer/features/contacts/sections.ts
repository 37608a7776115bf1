import type {
  AgentId,
  Contact,
  ContactGroup,
  ContactGroupId,
  ContactList,
  ContactPerson,
  StarredColleague,
} from '../../../protocol/model/index.ts'

/** A colleague who is a favourite. */
export interface ColleaguePerson {
  readonly agentId: AgentId
  readonly name: string
  readonly number: number
}

export type Person = ContactPerson | ColleaguePerson

/** One group of a list with who is in it; null: those in no group. */
export interface ContactSection {
  readonly group: ContactGroup | null
  readonly people: readonly Person[]
}

export interface Filed {
  readonly groups: readonly ContactGroup[]
  readonly contacts: readonly Contact[]
  readonly colleagues: readonly StarredColleague[]
}

/**
 * The people of a list under its groups, by name; whoever is in none comes last. While something is looked for, groups in
 * which it is not found are left out.
 */
export const sectionsOf = (
  list: ContactList,
  people: readonly Person[],
  { groups, contacts, colleagues }: Filed,
  text: string,
): readonly ContactSection[] => {
  const groupOf = new Map<string, ContactGroupId | null>([
    ...contacts
      .filter((contact) => contact.list === list)
      .map((one) => [one.customerId, one.groupId] as const),
    ...colleagues.map((one) => [one.agentId, one.groupId] as const),
  ])
  const wanted = text.trim().toLowerCase()
  const found = people.filter(
    ({ name, number }) => name.toLowerCase().includes(wanted) || String(number).includes(wanted),
  )
  const own = groups.filter((group) => group.list === list)
  const known = new Set(own.map(({ id }) => id))
  const inGroup = Map.groupBy(found, (person) => {
    const id = groupOf.get(idOf(person)) ?? null
    return id !== null && known.has(id) ? id : null
  })
  const sections = [
    ...own.map((group) => ({ group, people: inGroup.get(group.id) ?? [] })),
    { group: null, people: inGroup.get(null) ?? [] },
  ]
  return sections.filter((one) => one.people.length > 0 || (one.group !== null && wanted === ''))
}

export const idOf = (person: Person): string => ('agentId' in person ? person.agentId : person.customerId)
