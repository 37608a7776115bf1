import { expect, it } from 'vitest'

import type { Contact, ContactGroup, ContactPerson, StarredColleague } from '../../../protocol/model/index.ts'
import { sectionsOf } from './sections.ts'

const person = (number: number, name: string): ContactPerson => ({
  customerId: `c-${number}` as ContactPerson['customerId'],
  name,
  number,
  conversationId: null,
})
const group = (id: string, list: ContactGroup['list'] = 'favorites'): ContactGroup => ({
  id: id as ContactGroup['id'],
  list,
  name: id,
})
const filed = (number: number, groupId: string | null, list: Contact['list'] = 'favorites'): Contact => ({
  list,
  customerId: `c-${number}` as Contact['customerId'],
  groupId: groupId as Contact['groupId'],
  at: 0,
})
const people = [person(1, '小李'), person(2, '小王'), person(3, 'Ann')]
const named = (text: string, contacts: readonly Contact[]) =>
  sectionsOf(
    'favorites',
    people,
    { groups: [group('vip'), group('old'), group('kin', 'friends')], contacts, colleagues: [] },
    text,
  ).map((section) => [section.group?.id ?? null, section.people.map(({ name }) => name)])

it('files people under the groups of their list, and whoever is in none comes last', () => {
  expect(named('', [filed(1, 'vip'), filed(2, 'gone'), filed(3, null), filed(3, 'kin', 'friends')])).toEqual([
    ['vip', ['小李']],
    ['old', []],
    [null, ['小王', 'Ann']],
  ])
})

it('looks for names and numbers, and leaves out groups in which nobody is found', () => {
  expect(named(' an', [filed(3, 'old')])).toEqual([['old', ['Ann']]])
  expect(named('2', [filed(2, 'vip')])).toEqual([['vip', ['小王']]])
  expect(named('nobody', [])).toEqual([])
})

it('R-03-066 colleagues stand in the groups of favourites among the customers', () => {
  const colleague = { agentId: 'a-1' as StarredColleague['agentId'], name: '周予安', number: 12 }
  const groups = [group('vip')]
  const colleagues = [{ agentId: colleague.agentId, groupId: groups[0]?.id ?? null, at: 0 }]
  const sections = sectionsOf('favorites', [...people, colleague], { groups, contacts: [], colleagues }, '')
  expect(sections.map((section) => section.people.map(({ name }) => name))).toEqual([
    ['周予安'],
    ['小李', '小王', 'Ann'],
  ])
})
