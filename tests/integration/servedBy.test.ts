/** What a customer sees of whoever comes to serve them, from the command to the words in the chat. */
import { expect, it } from 'vitest'

import { NO_GREETINGS } from '../../src/protocol/model/index.ts'
import { messagesBefore } from '../../src/server/db/messages.ts'
import { messageSeen } from '../../src/server/publish/customerView.ts'
import type { ChatView } from '../../src/widget/chat/view.ts'
import { withFace } from '../../src/widget/frame/face.ts'
import { en } from '../../src/widget/words/en.ts'
import { describeSqlite } from '../support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../support/reception.ts'

describeSqlite('a customer who is served', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-095 sees who is serving them by the outward name and is greeted, by the agent or by the company as the entry has it', async () => {
    await withReception({ agents: 1, permissions: ['reception.groups'] }, async (reception) => {
      const { db, arrive, customer, write, done, agent } = reception
      const greeting = { ...NO_GREETINGS, defaults: { online: '您好，请讲', offline: '' } }
      await done(agent(1), 'greetings.save', greeting)
      await arrive(1)
      const visitor = await customer('访客')
      await write(visitor, '在吗')
      const lines = await messagesBefore(db, ORGANIZATION, visitor.conversationId, 1000, 10)
      const ports = { agent: () => ({ outwardName: '客服1' }) as never, fileUrl: () => '' }
      const messages = lines.flatMap((line) => messageSeen(line, ports) ?? [])
      const seenWith = (face: 'agent' | 'company') => {
        const settings = { company: '栖木', avatarUrl: null, face }
        const state = { agent: { name: '客服1', avatarUrl: null } }
        const view = withFace({ settings, state, messages } as unknown as ChatView)
        const assigned = view.messages.find(
          ({ body }) => body.kind === 'system' && body.code === 'session-assigned',
        )
        const greeted = view.messages.find(({ body }) => body.kind === 'text' && body.text === '您好，请讲')
        return {
          serving:
            assigned?.body.kind === 'system' ? en.assigned(assigned.body.params['name'] ?? '') : undefined,
          greetedBy: greeted?.name,
          face: view.state.agent?.name,
        }
      }
      expect(seenWith('agent')).toEqual({
        serving: '客服1 is serving you',
        greetedBy: '客服1',
        face: '客服1',
      })
      expect(seenWith('company')).toEqual({
        serving: '栖木 is serving you',
        greetedBy: '栖木',
        face: '栖木',
      })
    })
  })
})
