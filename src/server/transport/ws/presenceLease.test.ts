import { expect, it } from 'vitest'

import { createTestClock } from '../../../../tests/support/clock.ts'
import { silentLogger } from '../../../base/logger.ts'
import type { AgentDevice, AgentId, IdlePresence, OrganizationId } from '../../../protocol/model/index.ts'
import type { AgentPrincipal } from '../../engine/types.ts'
import { createPresenceLease, type Lease } from './presenceLease.ts'

const anna: AgentPrincipal = {
  kind: 'agent',
  organizationId: 'org-1' as OrganizationId,
  agentId: 'anna' as AgentId,
  permissions: new Set(),
}

const createLease = () => {
  const told: string[] = []
  const lease = createPresenceLease({
    connected: async (_principal, { device, idle }) => told.push(idle ?? device),
    disconnected: async () => told.push('gone'),
    clock: createTestClock(),
    log: silentLogger,
  })
  const take = async (device: AgentDevice, idle?: IdlePresence): Promise<Lease> =>
    lease.take(anna, { device, idle })
  return { told, lease, take }
}

it('R-02-060 the kind of device is part of presence: a mobile counts while no computer is connected', async () => {
  const { told, lease, take } = createLease()
  const mobile = await take('mobile')
  const computer = await take('computer')
  const second = await take('computer')
  expect(lease.count(anna)).toBe(3)
  computer.giveBack()
  computer.giveBack()
  second.giveBack()
  mobile.giveBack()
  expect(lease.count(anna)).toBe(0)
  expect(told).toEqual(['mobile', 'computer', 'mobile', 'gone'])
})

it('R-02-064 an agent is away when nobody is at any of their devices, and back when somebody is at one', async () => {
  const { told, take } = createLease()
  const desk = await take('computer')
  const home = await take('computer', 'busy')
  desk.rest('suspended')
  expect(told).toEqual(['computer', 'suspended'])
  // Whoever comes to a third device is back, and who leaves it is away again.
  const third = await take('computer')
  third.giveBack()
  home.rest(undefined)
  home.giveBack()
  expect(told.slice(2)).toEqual(['computer', 'suspended', 'computer', 'suspended'])
})
