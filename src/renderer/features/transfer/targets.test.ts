import { describe, expect, it } from 'vitest'

import type { OrganizationView } from '../../../client/api.ts'
import { GROUP_DEFAULTS, RECEPTION_DEFAULTS } from '../../../protocol/model/index.ts'
import type { Agent, AgentId, AgentPresence, GroupId, ReceptionGroup } from '../../../protocol/model/index.ts'
import { describeTarget, filterRows, groupRows } from './targets.ts'

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
  organization: { reception: RECEPTION_DEFAULTS },
  agents: [agent('me'), agent('anna'), agent('ben'), agent('cleo'), agent('gone', true)],
  groups: [group('Sales', 'me', 'cleo', 'ben', 'anna', 'gone'), group('Returns', 'ben'), group('Night')],
} as unknown as OrganizationView
const presences = [there('ben', { load: 3 }), there('cleo')]
const rows = groupRows(organization, presences, { except: 'me' as AgentId, beyondCapacity: false }, 'en')

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

  it('R-02-210 R-02-221 says who would be reached on a mobile alone, unless somebody else of the group can take it', () => {
    const on = (receiveOnMobile: boolean) => {
      const reception = { ...RECEPTION_DEFAULTS, receiveOnMobile }
      const view = { ...organization, organization: { reception } } as unknown as OrganizationView
      const there = presences.map((one) => ({ ...one, load: 0, device: deviceOf(one.agentId) }))
      return groupRows(view, there, { except: null, beyondCapacity: false }, 'en')
    }
    const deviceOf = (id: string) => (id === 'ben' ? ('mobile' as const) : ('computer' as const))
    const ben = { kind: 'agent', agentId: 'ben' as AgentId } as const
    const group = (name: string) => ({ kind: 'group', groupId: name as GroupId }) as const
    expect(describeTarget(on(true), ben)).toEqual({ name: 'ben', receivable: true, mobileOnly: true })
    expect(describeTarget(on(true), group('Returns'))).toMatchObject({ receivable: true, mobileOnly: true })
    expect(describeTarget(on(true), group('Sales'))).toMatchObject({ receivable: true, mobileOnly: false })
    expect(describeTarget(on(false), ben)).toMatchObject({ receivable: false, mobileOnly: true })
    expect(describeTarget(on(false), group('Returns'))).toMatchObject({ receivable: false })
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
