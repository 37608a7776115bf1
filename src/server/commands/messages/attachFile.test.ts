import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { FileId, MessageId } from '../../../protocol/model/index.ts'
import { insertFile } from '../../db/files.ts'

describeDatabases('the file of a message', (databases) => {
  const withReception = receptionsOf(databases)

  it('can be sent on by who has a conversation that shows it; one that was shown nowhere cannot', async () => {
    await withReception({}, async (reception) => {
      const { db, arrive, customer, write, done, run, agent, ids, clock } = reception
      await arrive(1)
      const [first, second] = [await customer('小李'), await customer('小张')]
      for (const visitor of [first, second]) await write(visitor, '在吗')
      const fileId = 'file-1' as FileId
      const facts = { name: 'a.pdf', mime: 'application/pdf', bytes: 3 }
      const uploader = { kind: 'customer', id: first.customerId } as const
      const file = { id: fileId, ...facts, width: null, height: null }
      await db.transaction(async (tx) =>
        insertFile(tx, ORGANIZATION, { file, sha256: 'x' }, uploader, clock.now()),
      )
      const body = { kind: 'file', fileId, ...facts } as const
      const forward = async () => {
        const id = ids.next() as MessageId
        const { conversationId } = second
        return run(agent(1), 'message.send', { conversationId, id, body, seenSeq: null }, id)
      }
      expect(await forward()).toMatchObject({ code: 'file-missing' })
      const id = ids.next() as MessageId
      await done(first, 'customer.write', { id, body }, id)
      expect(await forward()).toMatchObject({ ok: true })
    })
  })
})
