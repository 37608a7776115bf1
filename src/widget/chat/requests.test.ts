import { expect, it } from 'vitest'

import type { SessionId } from '../../protocol/model/index.ts'
import type { CustomerFrame } from '../../protocol/wire/index.ts'
import { createRequests } from './requests.ts'

const args = {
  sessionId: 'session-1' as SessionId,
  answers: { stars: 4, tags: [], solved: null, comment: '' },
}

const open = (online = true) => {
  const sent: CustomerFrame[] = []
  const requests = createRequests((frame) => {
    if (online) sent.push(frame)
    return online
  })
  return { requests, sent }
}

it('tells what the server answered', async () => {
  const { requests, sent } = open()
  const first = requests.ask('customer.rate', args, 'id-1')
  const second = requests.ask('customer.rate', args, 'id-2')
  expect(sent).toMatchObject([{ name: 'customer.rate', args }, { id: 'id-2' }])
  requests.answered({ t: 'refused', id: 'id-2', code: 'survey-expired' })
  requests.answered({ t: 'done', id: 'id-1', result: {}, revision: 1 })
  expect(await first).toBeNull()
  expect(await second).toBe('survey-expired')
})

it('says so when there is no line, before or meanwhile', async () => {
  expect(await open(false).requests.ask('customer.rate', args, 'id-1')).toBe('offline')
  const { requests } = open()
  const pending = requests.ask('customer.rate', args, 'id-1')
  requests.lineLost()
  expect(await pending).toBe('offline')
})
