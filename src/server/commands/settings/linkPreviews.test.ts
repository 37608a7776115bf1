import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { findOrganization } from '../../db/organizations.ts'

describeDatabases('link previews of the company', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-06-135 are off until an admin turns them on, and saved over what was seen', async () => {
    await withReception({ permissions: ['admin'] }, async ({ db, agent, done, run }) => {
      const before = await findOrganization(db, ORGANIZATION)
      expect(before).not.toHaveProperty('linkPreviews')
      const version = before?.version ?? 0
      const { organization } = await done(agent(1), 'link-previews.configure', { on: true, version })
      expect(organization).toEqual({ ...before, linkPreviews: true, version: version + 1 })
      expect(await findOrganization(db, ORGANIZATION)).toEqual(organization)
      expect(await run(agent(1), 'link-previews.configure', { on: false, version })).toMatchObject({
        ok: false,
        code: 'conflict',
      })
      await done(agent(1), 'link-previews.configure', { on: false, version: version + 1 })
      expect(await findOrganization(db, ORGANIZATION)).toEqual({ ...before, version: version + 2 })
    })
  })

  it('R-06-135 are nobody else’s to decide', async () => {
    await withReception({ permissions: ['api.manage'] }, async ({ agent, run }) => {
      expect(await run(agent(1), 'link-previews.configure', { on: true, version: 1 })).toMatchObject({
        ok: false,
        code: 'forbidden',
      })
    })
  })
})
