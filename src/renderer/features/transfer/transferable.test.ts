import { expect, it } from 'vitest'

import type { Agent, AgentId, Department, Me, Permission, Session } from '../../../protocol/model/index.ts'
import { transferableOf } from './transferable.ts'

const me = (...permissions: Permission[]): Me => ({ agentId: 'me' as AgentId, permissions }) as unknown as Me
const session = (state: Session['state'], handlerId: string): Session =>
  ({ state, handlerId: handlerId as AgentId }) as Session
const agent = (id: string, departmentId: string): Agent => ({ id, departmentId, superAdmin: false }) as Agent
const people = {
  agents: [agent('me', 'care'), agent('anna', 'sales'), agent('otto', 'ops')],
  departments: [
    { id: 'care', parentId: null },
    { id: 'sales', parentId: 'care' },
    { id: 'ops', parentId: null },
  ] as Department[],
}

it("one's own running session can be given on, a colleague's only by a supervisor who answers for them", () => {
  const own = session('active', 'me')
  const theirs = session('assigned', 'anna')
  expect(transferableOf(own, me('reception.transfer'), null)).toEqual({ session: own, forced: false })
  expect(transferableOf(own, me('monitor.force-transfer'), people).session).toBeNull()
  expect(transferableOf(theirs, me('reception.transfer'), people).session).toBeNull()
  const supervisor = me('monitor.force-transfer')
  expect(transferableOf(theirs, supervisor, people)).toEqual({ session: theirs, forced: true })
  expect(transferableOf(session('assigned', 'otto'), supervisor, people).session).toBeNull()
  for (const state of ['requested', 'pending', 'ended'] as const) {
    expect(transferableOf(session(state, 'anna'), supervisor, people).session).toBeNull()
  }
})
