import { expect, it } from 'vitest'

import { describeSqlite } from '../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../tests/support/reception.ts'
import { sql } from '../../base/sql.ts'
import { allPoolEntries } from './poolEntries.ts'

describeSqlite('the pool as rows', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-114 the newest word says whether it is a picture, a file or a voice, not only its name', async () => {
    await withReception({}, async ({ db, customer, write }) => {
      await write(await customer('等待'), '有人吗')
      const newest = async () => {
        const [entry] = await allPoolEntries(db, ORGANIZATION)
        return { text: entry?.lastText, kind: entry?.lastKind }
      }
      expect(await newest()).toEqual({ text: '有人吗', kind: undefined })
      const voice = {
        kind: 'file',
        fileId: 'f',
        name: 'voice.webm',
        mime: 'audio/webm',
        bytes: 9,
        seconds: 3,
      }
      await db.transaction(async (tx) => {
        await tx.run(sql`update messages set body = ${JSON.stringify(voice)} where sender_kind = 'customer'`)
      })
      expect(await newest()).toEqual({ text: 'voice.webm', kind: 'voice' })
    })
  })
})
