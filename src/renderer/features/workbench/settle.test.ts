import { expect, it } from 'vitest'

import type { ClientApi } from '../../../client/api.ts'
import type { ConversationId, SessionTarget } from '../../../protocol/model/index.ts'
import { settle } from './settle.ts'

const ids = ['a', 'gone', 'b', 'c'] as ConversationId[]

/** A core in which `gone` is not there, `c` has ended, and `b` refuses. */
const core = (sent: unknown[]): Pick<ClientApi, 'query' | 'run'> =>
  ({
    query: async (_name: string, { conversationId }: { conversationId: string }) =>
      conversationId === 'gone'
        ? null
        : {
            conversation: { lastSeq: 7 },
            session: {
              id: `session-${conversationId}`,
              version: 3,
              state: conversationId === 'c' ? 'ended' : 'active',
            },
          },
    run: async (name: string, args: { sessionId: string }) => {
      sent.push([name, args])
      return args.sessionId === 'session-b' ? { ok: false, code: 'topic-required' } : { ok: true, value: {} }
    },
  }) as unknown as Pick<ClientApi, 'query' | 'run'>

it('R-02-069 ends each running session, and tells what could not be ended', async () => {
  const sent: unknown[] = []
  expect(await settle(core(sent), ids, { kind: 'end' })).toMatchObject([{ code: 'topic-required' }])
  expect(sent).toEqual([
    ['session.end', { sessionId: 'session-a', version: 3, lastSeq: 7 }],
    ['session.end', { sessionId: 'session-b', version: 3, lastSeq: 7 }],
  ])
})

it('R-02-069 gives each on; where nobody can receive, the customer waits there', async () => {
  const sent: unknown[] = []
  const to = { kind: 'group', groupId: 'sales' } as SessionTarget
  await settle(core(sent), ids, { kind: 'transfer', to })
  expect(sent).toMatchObject([
    ['session.transfer', { sessionId: 'session-a', to, waiting: true }],
    ['session.transfer', { sessionId: 'session-b', to, waiting: true }],
  ])
})
