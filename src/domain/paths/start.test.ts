import { expect, it } from 'vitest'

import type { AgentId } from '../../protocol/model/index.ts'
import { isCounted, startRefusal, type StartFacts } from './start.ts'

const ME = 'me' as AgentId
const ANNA = 'anna' as AgentId
const quota = { limit: 100, used: 0, counted: false }
const facts = (more: Partial<StartFacts> = {}): StartFacts => ({
  agentId: ME,
  faceAgentId: null,
  friend: false,
  mayUseMainAccount: false,
  path: { open: true, until: null, left: null },
  handlerId: undefined,
  talkedBefore: true,
  quota,
  ...more,
})

it('somebody who is no friend is only written to by whoever has talked to them before (R-02-291)', () => {
  expect(startRefusal(facts())).toBeNull()
  expect(startRefusal(facts({ talkedBefore: false }))).toBe('never-talked')
})

it('R-02-294 friends of the main account are for everybody with that permission, those of an agent for that agent', () => {
  const mains = { friend: true, talkedBefore: false } as const
  expect(startRefusal(facts({ ...mains, mayUseMainAccount: true }))).toBeNull()
  expect(startRefusal(facts(mains))).toBe('never-talked')
  expect(startRefusal(facts({ ...mains, faceAgentId: ME }))).toBeNull()
  expect(startRefusal(facts({ ...mains, faceAgentId: ANNA, mayUseMainAccount: true }))).toBe('other-face')
})

it('R-02-292 the quota counts different people who are no friends', () => {
  expect(startRefusal(facts({ quota: { ...quota, used: 99 } }))).toBeNull()
  expect(startRefusal(facts({ quota: { ...quota, used: 100 } }))).toBe('quota-used-up')
  expect(startRefusal(facts({ quota: { ...quota, used: 100, counted: true } }))).toBeNull()
  const friend = { friend: true, faceAgentId: ME, quota: { ...quota, used: 100 } }
  expect(startRefusal(facts(friend))).toBeNull()
})

it('the quota is about lasting accounts that are no friends, not about visitors of a page', () => {
  expect(isCounted('im', false)).toBe(true)
  expect(isCounted('im', true)).toBe(false)
  expect(isCounted('web', false)).toBe(false)
  expect(startRefusal(facts({ quota: null }))).toBeNull()
})

it('what a colleague has, or somebody waits in, is begun by nobody else', () => {
  expect(startRefusal(facts({ handlerId: ANNA }))).toBe('has-colleague')
  expect(startRefusal(facts({ handlerId: null }))).toBe('has-colleague')
  expect(startRefusal(facts({ handlerId: ME, path: { open: false, why: 'time', since: null } }))).toBeNull()
})

it('a closed path is no way to begin', () => {
  expect(startRefusal(facts({ path: { open: false, why: 'time', since: 1 } }))).toBe('path-closed')
})
