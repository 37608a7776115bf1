import { expect, it } from 'vitest'

import type { SessionId } from '../../protocol/model/index.ts'
import type { CustomerFrame } from '../../protocol/wire/index.ts'
import { createRatings } from './ratings.ts'

const session = 'session-1' as SessionId
const answers = { stars: 4, tags: [], solved: null, comment: '' }

const open = (online = true) => {
  const sent: CustomerFrame[] = []
  let number = 0
  const ratings = createRatings({
    ids: { next: () => `id-${(number += 1)}`, secret: () => 'secret' },
    send: (frame) => {
      if (online) sent.push(frame)
      return online
    },
  })
  return { ratings, sent }
}

it('tells what the server answered', async () => {
  const { ratings, sent } = open()
  const first = ratings.rate(session, answers)
  const second = ratings.rate(session, answers)
  expect(sent).toMatchObject([
    { name: 'customer.rate', args: { sessionId: session, answers } },
    { id: 'id-2' },
  ])
  ratings.answered({ t: 'refused', id: 'id-2', code: 'survey-expired' })
  ratings.answered({ t: 'done', id: 'id-1', result: {}, revision: 1 })
  expect(await first).toBeNull()
  expect(await second).toBe('survey-expired')
})

it('says so when there is no line, before or meanwhile', async () => {
  expect(await open(false).ratings.rate(session, answers)).toBe('offline')
  const { ratings } = open()
  const pending = ratings.rate(session, answers)
  ratings.lineLost()
  expect(await pending).toBe('offline')
})
