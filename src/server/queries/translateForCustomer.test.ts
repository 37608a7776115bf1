import { afterEach, beforeEach, expect, it } from 'vitest'

import { createTestClock, type TestClock } from '../../../tests/support/clock.ts'
import { describeDatabases } from '../../../tests/support/databases.ts'
import { startLanguageProvider, type LanguageProvider } from '../../../tests/support/languageProvider.ts'
import { receptionsOf, type Reception } from '../../../tests/support/reception.ts'
import type { ConversationId, MessageId } from '../../protocol/model/index.ts'
import { TEXT_LIMIT } from '../../protocol/model/limits.ts'
import { createLanguageClient } from '../language/languageClient.ts'
import { createTextTranslator } from '../language/textTranslator.ts'
import { createSend } from '../outbound/send.ts'

let provider: LanguageProvider
let clock: TestClock
beforeEach(async () => {
  provider = await startLanguageProvider()
  clock = createTestClock()
})
afterEach(async () => {
  await provider.close()
})

describeDatabases('what an agent writes, in the language of the customer', (databases) => {
  const withReception = receptionsOf(databases)

  const withTranslation = async (
    permissions: readonly ('api.manage' | 'ai.use')[],
    body: (reception: Reception) => Promise<void>,
  ): Promise<void> => {
    const client = createLanguageClient(createSend({ clock, allowPrivate: true }))
    const translateText = createTextTranslator(client, clock)
    await withReception({ agents: 2, permissions, clock, translateText }, body)
  }
  const begin = async ({ arrive, customer, write, done, agent }: Reception): Promise<ConversationId> => {
    await done(agent(1), 'language-services.save', {
      speech: null,
      translation: { address: provider.url, key: 'translation-key' },
      version: 0,
    })
    await arrive(1)
    const visitor = await customer('kenji')
    await write(visitor, 'Hello')
    await write(visitor, '荷物はどこですか')
    return visitor.conversationId
  }
  const translate = async (
    { engine, agent }: Reception,
    conversationId: ConversationId,
    text: string,
    by = 1,
  ) => engine.query(agent(by), 'text.translate', { conversationId, text })

  it('R-14-044 is translated into what the customer has written last, for whoever may write there', async () => {
    await withTranslation(['api.manage', 'ai.use'], async (reception) => {
      const conversationId = await begin(reception)
      expect(await translate(reception, conversationId, ' 明天到 ')).toEqual({
        ok: true,
        value: { state: 'done', text: 'ja: 明天到', language: 'ja' },
      })
      expect(provider.asked.map(({ path, body }) => [path, JSON.parse(body.toString())])).toEqual([
        ['/detect', { q: '荷物はどこですか', api_key: 'translation-key' }],
        [
          '/translate',
          { q: '明天到', source: 'auto', target: 'ja', format: 'text', api_key: 'translation-key' },
        ],
      ])
      // It was put nowhere: whoever asked does with it what they want.
      const said = await reception.engine.query(reception.agent(1), 'history.page', {
        conversationId,
        beforeSeq: 1_000,
        limit: 100,
      })
      expect(JSON.stringify(said)).not.toContain('明天到')
      expect(await translate(reception, conversationId, '明天到', 2)).toMatchObject({ code: 'not-found' })
      expect(await translate(reception, conversationId, '字'.repeat(TEXT_LIMIT + 1))).toMatchObject({
        code: 'invalid',
      })
      expect(provider.asked).toHaveLength(2)
    })
  })

  it('R-14-044 the language is told by words: not by an address, a figure or a smile that came after them', async () => {
    await withTranslation(['api.manage', 'ai.use'], async (reception) => {
      const conversationId = await begin(reception)
      const { customer, write } = reception
      const kenji = await customer('kenji')
      for (const text of ['https://shop.example/en/tea kenji@shop.example', '13800000000', '👍'])
        await write(kenji, text)
      await translate(reception, conversationId, '明天到')
      expect(JSON.parse(String(provider.asked[0]?.body))).toMatchObject({ q: '荷物はどこですか' })
      // Beside an address there may be words.
      await write(kenji, 'ここ https://shop.example/en/tea')
      await translate(reception, conversationId, '明天到')
      expect(JSON.parse(String(provider.asked[2]?.body))).toMatchObject({ q: 'ここ' })
    })
  })

  it('R-14-044 is not translated for whoever may not use assistance, and not without a service', async () => {
    await withTranslation(['api.manage'], async (reception) => {
      const conversationId = await begin(reception)
      expect(await translate(reception, conversationId, '明天到')).toMatchObject({ code: 'forbidden' })
    })
    await withTranslation(['api.manage', 'ai.use'], async (reception) => {
      const conversationId = await begin(reception)
      const none = { speech: null, translation: null, version: 1 }
      await reception.done(reception.agent(1), 'language-services.save', none)
      expect(await translate(reception, conversationId, '明天到')).toMatchObject({ code: 'not-found' })
    })
    expect(provider.asked).toEqual([])
  })

  it('R-14-044 what a service does wrongly is said, one that fails is left alone, and nobody asks without end', async () => {
    await withTranslation(['api.manage', 'ai.use'], async (reception) => {
      const conversationId = await begin(reception)
      const failed = (problem: string) => ({ ok: true, value: { state: 'failed', problem } })
      provider.answer((response) => response.end('[]'))
      expect(await translate(reception, conversationId, '明天到')).toEqual(failed('invalid'))
      provider.answer((response) => response.end('[{"language":"../../x"}]'))
      expect(await translate(reception, conversationId, '明天到')).toEqual(failed('invalid'))
      provider.answer((response) => response.writeHead(500).end())
      for (let time = 0; time < 3; time += 1)
        expect(await translate(reception, conversationId, '明天到')).toEqual(failed('refused'))
      expect(await translate(reception, conversationId, '明天到')).toEqual(failed('resting'))
      const { length } = provider.asked
      for (let time = 0; time < 14; time += 1) await translate(reception, conversationId, '明天到')
      expect(await translate(reception, conversationId, '明天到')).toEqual(failed('busy'))
      expect(provider.asked).toHaveLength(length)
    })
  })

  it('R-14-044 cannot be told where the customer has written nothing', async () => {
    await withTranslation(['api.manage', 'ai.use'], async (reception) => {
      await begin(reception)
      const { customer, done, ids } = reception
      const silent = await customer('silent')
      const id = ids.next() as MessageId
      await done(silent, 'customer.write', { id, body: { kind: 'text', text: 'oops' } }, id)
      await done(silent, 'customer.recall', { messageId: id })
      const answer = await translate(reception, silent.conversationId, '您好')
      expect(answer).toMatchObject({ value: { state: 'failed', problem: 'no-sample' } })
    })
  })
})
