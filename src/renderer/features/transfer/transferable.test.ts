import { expect, it } from 'vitest'

import type { AgentId, Me, Permission, Session } from '../../../protocol/model/index.ts'
import { transferableOf } from './transferable.ts'

const me = (...permissions: Permission[]): Me => ({ agentId: 'me' as AgentId, permissions }) as unknown as Me
const session = (state: Session['state'], handlerId: string): Session =>
  ({ state, handlerId: handlerId as AgentId }) as Session

it("one's own running session can be given on, a colleague's only by a supervisor", () => {
  const own = session('active', 'me')
  const theirs = session('assigned', 'anna')
  expect(transferableOf(own, me('reception.transfer'))).toEqual({ session: own, forced: false })
  expect(transferableOf(own, me('monitor.force-transfer')).session).toBeNull()
  expect(transferableOf(theirs, me('reception.transfer')).session).toBeNull()
  expect(transferableOf(theirs, me('monitor.force-transfer'))).toEqual({ session: theirs, forced: true })
  for (const state of ['requested', 'pending', 'ended'] as const) {
    expect(transferableOf(session(state, 'anna'), me('monitor.force-transfer')).session).toBeNull()
  }
})
