import { describe, expect, it } from 'vitest'

import type { OrganizationView } from '../../../client/api.ts'
import { GROUP_DEFAULTS } from '../../../protocol/model/index.ts'
import type { Agent, AgentId, AgentPresence, GroupId, ReceptionGroup } from '../../../protocol/model/index.ts'
import { filterRows, groupRows } from './targets.ts'

const agent = (id: string, disabled = false): Agent => ({
  id: id as AgentId,
  account: id,
  number: 1,
  name: id,
  outwardName: id,
  avatarFileId: null,
  departmentId: null,
  roleIds: [],
  capacity: null,
  superAdmin: false,
  disabled,
})
const group = (name: string, ...memberIds: string[]): ReceptionGroup => ({
  id: name as GroupId,
  name,
  memberIds: memberIds as AgentId[],
  main: false,
  ...GROUP_DEFAULTS,
})
const there = (agentId: string, more: Partial<AgentPresence> = {}): AgentPresence => ({
  agentId: agentId as AgentId,
  presence: 'online',
  reception: true,
  load: 1,
  capacity: 3,
  ...more,
})
const organization = {
  agents: [agent('me'), agent('anna'), agent('ben'), agent('cleo'), agent('gone', true)],
  groups: [group('Sales', 'me', 'cleo', 'ben', 'anna', 'gone'), group('Returns', 'ben'), group('Night')],
} as unknown as OrganizationView
const presences = [there('ben', { load: 3 }), there('cleo')]
const rows = groupRows(organization, presences, 'me' as AgentId, 'en')

describe('whom a session can be given to', () => {
  it('R-02-201 shows colleagues by group with what they are doing, those who can receive first', () => {
    expect(
      rows[0]?.members.map(({ agent: { name }, presence, load, receivable }) => [
        name,
        presence,
        load,
        receivable,
      ]),
    ).toEqual([
      ['cleo', 'online', 1, true],
      ['ben', 'online', 3, false],
      ['anna', 'offline', 0, false],
    ])
  })

  it('R-02-202 counts the members of a group who can receive', () => {
    expect(rows.map(({ group: { name }, receiving, members }) => [name, receiving, members.length])).toEqual([
      ['Sales', 1, 3],
      ['Returns', 0, 1],
      ['Night', 0, 0],
    ])
  })

  it('finds by the name of a colleague or of a group', () => {
    const found = (text: string) =>
      filterRows(rows, text).map((row) => [row.group.name, ...row.members.map(({ agent: { name } }) => name)])
    expect(found('BEN')).toEqual([
      ['Sales', 'ben'],
      ['Returns', 'ben'],
    ])
    expect(found('night')).toEqual([['Night']])
    expect(found('nobody')).toEqual([])
  })
})
