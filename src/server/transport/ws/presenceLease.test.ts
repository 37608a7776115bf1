import { expect, it } from 'vitest'

import { createTestClock } from '../../../../tests/support/clock.ts'
import { silentLogger } from '../../../base/logger.ts'
import type { AgentId, OrganizationId } from '../../../protocol/model/index.ts'
import type { AgentPrincipal } from '../../engine/types.ts'
import { createPresenceLease } from './presenceLease.ts'

it('R-02-060 the kind of device is part of presence: a mobile counts while no computer is connected', async () => {
  const told: string[] = []
  const lease = createPresenceLease({
    connected: async (_principal, device) => told.push(device),
    disconnected: async () => told.push('gone'),
    clock: createTestClock(),
    log: silentLogger,
  })
  const anna: AgentPrincipal = {
    kind: 'agent',
    organizationId: 'org-1' as OrganizationId,
    agentId: 'anna' as AgentId,
    permissions: new Set(),
  }
  const leaveMobile = await lease.take(anna, 'mobile')
  const leaveComputer = await lease.take(anna, 'computer')
  const leaveSecond = await lease.take(anna, 'computer')
  expect(lease.count(anna)).toBe(3)
  leaveComputer()
  leaveComputer()
  leaveSecond()
  leaveMobile()
  expect(lease.count(anna)).toBe(0)
  expect(told).toEqual(['mobile', 'computer', 'mobile', 'gone'])
})
