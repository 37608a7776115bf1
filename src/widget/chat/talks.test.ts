import { expect, it } from 'vitest'

import type { AgentId } from '../../protocol/model/index.ts'
import type { CustomerServerFrame, Talk } from '../../protocol/wire/index.ts'
import { talksAfter, type TalksView } from './talks.ts'

const ANNA = 'anna' as AgentId
const talk = (agentId: AgentId | null): Talk => ({
  with: agentId,
  name: null,
  avatarUrl: null,
  friend: false,
  news: false,
})
const talks: TalksView = { with: null, all: [talk(null), talk(ANNA)] }
const line = (code: string) =>
  ({
    t: 'messages',
    messages: [{ body: { kind: 'system', code, params: {} } }],
  }) as unknown as CustomerServerFrame

it('a word in another conversation marks it, and a friendship belongs to the one on the screen', () => {
  const told = talksAfter(talks, { t: 'elsewhere', with: ANNA })
  expect(told?.all.map(({ news }) => news)).toEqual([false, true])
  const friends = talksAfter(told, line('friends-now'))
  expect(friends?.all.map(({ friend }) => friend)).toEqual([true, false])
  expect(talksAfter(friends, line('friends-no-more'))?.all[0]?.friend).toBe(false)
  expect(talksAfter(null, { t: 'elsewhere', with: ANNA })).toBeNull()
})
