import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { NO_COMPANY_THEME, type FileId } from '../../../protocol/model/index.ts'
import { auditEntriesOf } from '../../db/auditEntries.ts'
import { companyThemeOf } from '../../db/companyThemes.ts'
import { insertFile } from '../../db/files.ts'

const OFFERED = { ...NO_COMPANY_THEME, use: 'offered' } as const
const MB = 1024 * 1024

const upload = async (
  { db, clock }: Reception,
  name: string,
  more: { mime?: string; bytes?: number; width?: number | null; kind?: 'agent' | 'customer' } = {},
): Promise<FileId> => {
  const { kind = 'agent', ...facts } = more
  const id = name.padEnd(43, '0') as FileId
  const file = { id, name, mime: 'image/png', bytes: 1000, width: 100, height: 50, ...facts }
  await db.transaction((tx) =>
    insertFile(tx, ORGANIZATION, { file, sha256: 'a'.repeat(64) }, { kind, id: 'agent-1' }, clock.now()),
  )
  return id
}

describeDatabases('the company theme', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-03-177 is set as a whole by whoever administers, told to everybody, and written down; whoever saved first wins', async () => {
    await withReception({ agents: 1, permissions: ['admin'] }, async ({ db, done, run, agent, commits }) => {
      const { companyTheme } = await done(agent(1), 'company-theme.save', OFFERED)
      expect(companyTheme).toEqual({ ...OFFERED, version: 1 })
      expect(await companyThemeOf(db, ORGANIZATION)).toEqual(companyTheme)
      const told = commits.flatMap(({ entries }) => entries).at(-1)
      expect([told?.scope, told?.event, told?.payload]).toEqual([
        'org',
        'company-theme.changed',
        { companyTheme },
      ])
      expect(await run(agent(1), 'company-theme.save', OFFERED)).toMatchObject({
        code: 'conflict',
        details: { version: 1 },
      })
      const [noted] = await auditEntriesOf(db, ORGANIZATION, 1)
      expect(noted).toMatchObject({ action: 'company-theme.save', actor: { id: 'agent-1' } })
    })
    await withReception({ agents: 1 }, async ({ run, agent }) => {
      expect(await run(agent(1), 'company-theme.save', OFFERED)).toMatchObject({ code: 'forbidden' })
    })
  })

  it('R-03-178 with a text that cannot be read it is refused, naming the pair, in light and in dark', async () => {
    await withReception({ agents: 1, permissions: ['admin'] }, async ({ db, run, agent }) => {
      const light = { ...OFFERED.light, accent: '#ffd000' }
      expect(await run(agent(1), 'company-theme.save', { ...OFFERED, light })).toMatchObject({
        code: 'contrast-too-low',
        details: { theme: 'light', front: '#ffd000', ratio: expect.any(Number), least: 4.5 },
      })
      const dark = { ...OFFERED.dark, bar: '#777777' }
      expect(await run(agent(1), 'company-theme.save', { ...OFFERED, dark })).toMatchObject({
        code: 'contrast-too-low',
        details: { theme: 'dark', front: '#ffffff', back: '#777777', ratio: 4.47, least: 4.5 },
      })
      const odd = { ...OFFERED.light, bar: 'red; background: url(https://evil.example)' }
      expect(await run(agent(1), 'company-theme.save', { ...OFFERED, light: odd })).toMatchObject({
        code: 'invalid',
      })
      expect(await companyThemeOf(db, ORGANIZATION)).toEqual(NO_COMPANY_THEME)
    })
  })

  it('R-03-178 shows pictures of its own people only: png, jpg, svg, each up to 2 MB; and every agent may see them', async () => {
    await withReception({ agents: 2, permissions: ['admin'] }, async (reception) => {
      const { run, done, agent, engine } = reception
      const refused = [
        'gone' as FileId,
        await upload(reception, 'animation', { mime: 'image/gif' }),
        await upload(reception, 'page', { mime: 'text/html', width: null }),
        await upload(reception, 'large', { bytes: 2 * MB + 1 }),
        await upload(reception, 'strange', { kind: 'customer' }),
      ]
      for (const logo of refused)
        expect(await run(agent(1), 'company-theme.save', { ...OFFERED, logo }), logo).toMatchObject({
          ok: false,
        })
      const logo = await upload(reception, 'drawing', { mime: 'image/svg+xml' })
      const background = await upload(reception, 'photo', { mime: 'image/jpeg', bytes: 2 * MB })
      expect(await engine.query(agent(2), 'file.link', { fileId: logo })).toMatchObject({ ok: false })
      await done(agent(1), 'company-theme.save', { ...OFFERED, logo, background })
      for (const fileId of [logo, background])
        expect(await engine.query(agent(2), 'file.link', { fileId })).toMatchObject({ ok: true })
    })
  })
})
