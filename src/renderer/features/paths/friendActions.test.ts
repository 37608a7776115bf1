import { expect, it } from 'vitest'

import type { AgentId, Face, Permission } from '../../../protocol/model/index.ts'
import { friendActions } from './friendActions.ts'

const me = (...permissions: Permission[]) => ({ agentId: 'me' as AgentId, permissions })
const ours: Face = { kind: 'organization' }
const of = (agentId: string): Face => ({ kind: 'agent', agentId: agentId as AgentId })

it('friendship is asked for and ended by whoever may, an agent for their own face only', () => {
  expect(friendActions({ face: ours, friendSince: null }, me('friend.add', 'main-account.friends'))).toEqual([
    'add',
  ])
  expect(friendActions({ face: ours, friendSince: 1 }, me('main-account.friends'))).toEqual(['end'])
  expect(friendActions({ face: ours, friendSince: 1 }, me('friend.delete'))).toEqual([])
  expect(friendActions({ face: of('me'), friendSince: 1 }, me('friend.delete'))).toEqual(['end'])
  expect(
    friendActions({ face: of('anna'), friendSince: 1 }, me('friend.delete', 'main-account.friends')),
  ).toEqual([])
})
