import { expect, it } from 'vitest'

import type { ConversationId, MessageId } from '../../../protocol/model/index.ts'
import { savingIn, startSaving, useSaving } from './saving.ts'

const HERE = 'here' as ConversationId
const NOTHING = { messages: [], unsent: [] }
const textsIn = (conversationId: ConversationId, thread = NOTHING as Parameters<typeof savingIn>[2]) =>
  savingIn(useSaving.getState().texts, conversationId, thread).map(({ text }) => text)

it('shows a text until its thread has it, and only there', () => {
  const id = 'm1' as MessageId
  const saving = startSaving(HERE, 'Hello')
  expect(textsIn(HERE)).toEqual(['Hello'])
  expect(textsIn('there' as ConversationId)).toEqual([])
  saving.saved(id)
  expect(textsIn(HERE)).toEqual(['Hello'])
  expect(textsIn(HERE, { messages: [], unsent: [{ id }] })).toEqual([])
  expect(textsIn(HERE, { messages: [{ id }], unsent: [] })).toEqual([])
})

it('takes back what could not be saved', () => {
  startSaving(HERE, 'Lost?').failed()
  expect(textsIn(HERE)).not.toContain('Lost?')
})
