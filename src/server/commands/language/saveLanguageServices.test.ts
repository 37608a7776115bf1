import { afterEach, beforeEach, expect, it } from 'vitest'

import { createTestClock } from '../../../../tests/support/clock.ts'
import { describeDatabases } from '../../../../tests/support/databases.ts'
import { startLanguageProvider, type LanguageProvider } from '../../../../tests/support/languageProvider.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import type { MessageId, ServiceTrial } from '../../../protocol/model/index.ts'
import { findLanguageServices } from '../../db/languageServices.ts'
import { createLanguageClient } from '../../language/languageClient.ts'
import { createLanguageTrial } from '../../language/languageTrial.ts'
import { createSend } from '../../outbound/send.ts'
import { snapshotOf } from '../../snapshot/snapshotOf.ts'

const SPEECH = { address: 'https://speech.example/v1', model: 'whisper-1', key: 'sk-very-secret' }
const NONE = { speech: null, translation: null }

let provider: LanguageProvider
beforeEach(async () => {
  provider = await startLanguageProvider()
})
afterEach(async () => {
  await provider.close()
})

const setUp = async ({ engine, agent }: Reception, number = 1) =>
  engine.query(agent(number), 'language-services.set-up', {})

describeDatabases('speech and translation services', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-06-110 R-14-044 who may change integrations names the services; a key is told to nobody, not even to them, and stands in no log', async () => {
    await withReception({ agents: 2, permissions: ['api.manage'] }, async (reception) => {
      const { db, agent, done, run } = reception
      const { setUp: saved } = await done(agent(1), 'language-services.save', {
        ...NONE,
        speech: SPEECH,
        version: 0,
      })
      expect(await run(agent(2), 'language-services.save', { ...NONE, version: 0 })).toMatchObject({
        ok: false,
        code: 'conflict',
      })
      const { key: _key, ...open } = SPEECH
      expect(saved).toEqual({ speech: { ...open, hasKey: true }, translation: null, version: 1 })
      expect(await setUp(reception)).toEqual({ ok: true, value: saved })
      const [snapshot] = await snapshotOf(db, ORGANIZATION, agent(2).agentId, ['org'], {
        messagesPerThread: 0,
        threadsWithMessages: 0,
      })
      expect(snapshot?.rows.languageServices).toEqual([{ speech: true, translation: false, version: 1 }])
      const told = [
        snapshot,
        await db.all(sql`select * from log`),
        await db.all(sql`select * from audit_entries`),
        await db.all(sql`select * from command_results`),
      ]
      expect(JSON.stringify(told)).toContain('speech.example')
      expect(JSON.stringify(told)).not.toContain('sk-very-secret')
    })
  })

  it('R-06-110 R-14-044 a key stays while the address stays on its host, and is forgotten when it leads elsewhere', async () => {
    await withReception({ permissions: ['api.manage'] }, async ({ db, agent, done }) => {
      const save = async (
        address: string,
        key: string | null,
        version: number,
      ): Promise<string | undefined> => {
        await done(agent(1), 'language-services.save', { ...NONE, translation: { address, key }, version })
        return (await findLanguageServices(db, ORGANIZATION)).translation?.key
      }
      await expect(save('https://translate.example', 'secret\r\nx-other: 1', 0)).rejects.toThrow('invalid')
      expect(await save('https://translate.example', 'secret', 0)).toBe('secret')
      expect(await save('https://translate.example/v2', null, 1)).toBe('secret')
      expect(await save('https://translate.example.net/v2', null, 2)).toBe('')
      expect(await save('https://translate.example.net/v2', 'other', 3)).toBe('other')
      expect(await save('https://translate.example.net/v2', '', 4)).toBe('')
    })
  })

  it('R-14-044 the services are really asked when they are tried, and what came back is told', async () => {
    const clock = createTestClock()
    const tryLanguage = createLanguageTrial(
      createLanguageClient(createSend({ clock, allowPrivate: true })),
      clock,
    )
    const options = { permissions: ['api.manage'], clock, tryLanguage } as const
    await withReception(options, async ({ agent, done, engine }) => {
      const tried = async (service: 'speech' | 'translation'): Promise<ServiceTrial> => {
        const answer = await engine.query(agent(1), 'language-services.try', { service })
        if (!answer.ok) throw new Error(answer.code)
        return answer.value as ServiceTrial
      }
      await expect(tried('speech')).rejects.toThrow('not-found')
      const { url } = provider
      await done(agent(1), 'language-services.save', {
        speech: { address: url, model: 'whisper-1', key: 'sk' },
        translation: { address: url, key: '' },
        version: 0,
      })
      expect(await tried('translation')).toMatchObject({ text: 'en: 你好', problem: null })
      expect(JSON.parse(provider.asked[0]?.body.toString() ?? '')).not.toHaveProperty('api_key')
      // Of silence nothing has to come.
      provider.answer((response) => response.end('{"text":""}'))
      expect(await tried('speech')).toMatchObject({ text: '', problem: null, status: null })
      expect(provider.asked[1]?.body.toString('latin1')).toContain('RIFF')
      provider.answer((response) => response.writeHead(401).end())
      expect(await tried('speech')).toMatchObject({ text: '', problem: 'refused', status: 401 })
    })
  })

  it('R-06-110 R-14-044 nobody else sees where they are, or may try or change them', async () => {
    await withReception({}, async (reception) => {
      const { agent, run, engine } = reception
      expect(await run(agent(1), 'language-services.save', { ...NONE, version: 0 })).toMatchObject({
        code: 'forbidden',
      })
      const messageId = 'message-1' as MessageId
      expect(await run(agent(1), 'message.translate', { messageId, language: 'en' })).toMatchObject({
        code: 'forbidden',
      })
      expect(await setUp(reception)).toMatchObject({ ok: false, code: 'not-found' })
      expect(await engine.query(agent(1), 'language-services.try', { service: 'speech' })).toMatchObject({
        ok: false,
        code: 'not-found',
      })
    })
  })
})
