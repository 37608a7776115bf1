/** What services make of messages, below them: asked for, on its way, there, failed; and where the services are set. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { Annotation, FileId, MessageBody, MessageId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('what services make of messages', () => {
  let { page, fake, calls, expectAccessible, thread, openFirst, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, expectAccessible, thread, openFirst, field } = stage())
  })
  const last = () => thread().locator('article').last()
  const menu = () => page.getByRole('menu', { name: 'Message menu' })

  /** The company has these services, and the agent may have texts translated. */
  const set = async (speech: boolean, translation: boolean): Promise<void> => {
    await page.evaluate(
      ([hears, translates]) => {
        window.fake?.change(() => {
          const { desk } = window.fake ?? {}
          const me = desk?.account.me
          if (!desk || !me) throw new Error('nobody is signed in')
          const languageServices = { speech: hears === true, translation: translates === true, version: 1 }
          desk.organization = { ...desk.organization, languageServices }
          const permissions = [...new Set([...me.permissions, 'ai.use' as const])]
          desk.account = { ...desk.account, me: { ...me, permissions } }
        })
      },
      [speech, translation],
    )
  }
  /** The newest message is this one of the customer. */
  const say = async (body: MessageBody): Promise<void> => {
    await page.evaluate((said) => {
      const client = window.fake
      const one = client?.desk.conversations[0]
      if (!client || !one) throw new Error('there is no conversation')
      client.customerWrites(one.conversation.id, '-')
      client.change(() => {
        one.messages = one.messages.map((message, at) => {
          if (at === one.messages.length - 1) return { ...message, id: 'newest' as MessageId, body: said }
          return message.id === 'newest' ? { ...message, id: 'before' as MessageId } : message
        })
      })
    }, body)
  }
  const annotate = async (name: string, annotation: Annotation): Promise<void> => {
    await page.evaluate(
      ([key, made]) => {
        const client = window.fake
        const one = client?.desk.conversations[0]
        if (!client || !one) throw new Error('there is no conversation')
        client.change(() => {
          one.messages = one.messages.map((message) =>
            message.id === 'newest' && (message.body.kind === 'text' || message.body.kind === 'file')
              ? { ...message, body: { ...message.body, annotations: { [key]: made } } }
              : message,
          )
        })
      },
      [name, annotation] as const,
    )
  }
  const VOICE: MessageBody = {
    kind: 'file',
    fileId: 'file-voice' as FileId,
    name: 'voice.webm',
    mime: 'audio/webm',
    bytes: 900,
    seconds: 5,
  }
  const readOut = () => page.locator('[data-annotations]').textContent()
  const fromEnd = () =>
    thread().evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight))

  it('R-03-103 R-06-110 a voice is converted by its button, waits, fails and is tried again, and its words stay below it; without a service there is no button', async () => {
    await openFirst()
    await say(VOICE)
    await last().getByText('Voice message, 5 s').waitFor()
    const convert = last().getByRole('button', { name: 'Convert to text' })
    expect(await convert.count()).toBe(0)
    await set(true, false)
    await convert.waitFor()
    await expectAccessible()
    await fake((client) => {
      client.holdNext('message.transcribe')
    })
    await convert.focus()
    await page.keyboard.press('Enter')
    await last().getByText('Converting…').waitFor()
    // Who pressed it by key is still there.
    const isHere = () => last().evaluate((row) => row.contains(document.activeElement))
    expect(await isHere()).toBe(true)
    await fake((client) => {
      client.letGo()
    })
    await expect.poll(() => calls('message.transcribe')).toEqual([{ messageId: 'newest' }])
    await annotate('transcript', { state: 'working' })
    await annotate('transcript', { state: 'failed', problem: 'silent' })
    const again = last().getByRole('button', { name: 'Could not be converted – try again' })
    await again.waitFor()
    await last().getByText('The service did not answer in time.').waitFor()
    await expect.poll(readOut).toBe('Could not be converted – try again')
    await expectAccessible()
    await again.click()
    await expect.poll(() => calls('message.transcribe')).toHaveLength(2)
    await annotate('transcript', { state: 'working' })
    await last().getByText('Converting…').waitFor()
    const words = Array.from({ length: 12 }, () => 'My order has not come yet.').join(' ')
    await annotate('transcript', { state: 'done', text: words })
    await last().getByText(words).waitFor()
    await expect.poll(readOut).toBe(`Speech to text: ${words}`)
    expect(await again.count()).toBe(0)
    // Whoever was at the end still is, although the row has grown.
    await expect.poll(fromEnd).toBeLessThanOrEqual(1)
    await expectAccessible()
  })

  it('R-06-110 a voice can be converted from its menu too, and what cannot be asked is said below it', async () => {
    await openFirst()
    await set(true, true)
    await say(VOICE)
    await fake((client) => {
      client.refuseNext('message.transcribe', 'offline')
    })
    await last().getByText('Voice message, 5 s').click({ button: 'right' })
    await menu().getByRole('menuitem', { name: 'Convert to text' }).click()
    await last().getByRole('button', { name: 'Could not be converted – try again' }).waitFor()
    await annotate('transcript', { state: 'done', text: 'Hello' })
    await last().getByText('Hello', { exact: true }).waitFor()
    await last().getByText('Voice message, 5 s').click({ button: 'right' })
    await menu().getByRole('menuitem', { name: 'Quote' }).waitFor()
    expect(await menu().getByRole('menuitem', { name: 'Convert to text' }).count()).toBe(0)
  })

  it('R-14-044 (for whoever reads it) a text is translated from its menu and by key into the language of the agent, marked, below what was said; only where it may be', async () => {
    await openFirst()
    await say({ kind: 'text', text: '荷物はどこですか' })
    const translate = menu().getByRole('menuitem', { name: 'Translate' })
    const openMenu = async (): Promise<void> => {
      await last()
        .locator('.fy-bubble')
        .click({ button: 'right', position: { x: 4, y: 10 } })
      await menu().getByRole('menuitem', { name: 'Quote' }).waitFor()
    }
    await openMenu()
    expect(await translate.count()).toBe(0)
    await page.keyboard.press('Escape')
    await set(false, true)
    await openMenu()
    await translate.click()
    const asked = { messageId: 'newest', language: 'en' }
    await expect.poll(() => calls('message.translate')).toEqual([asked])
    await annotate('en', { state: 'failed', problem: 'unreachable' })
    await last().getByText('The service cannot be reached.').waitFor()
    // The newest message, from wherever one writes.
    await field().focus()
    await page.keyboard.press('Alt+y')
    await expect.poll(() => calls('message.translate')).toEqual([asked, asked])
    // What a colleague has read in another language is another matter.
    await annotate('zh-CN', { state: 'done', text: '包裹在哪里' })
    expect(await last().getByText('包裹在哪里').count()).toBe(0)
    await annotate('en', { state: 'done', text: 'Where is the parcel?' })
    await last().getByText('Machine translation').waitFor()
    await last().getByText('Where is the parcel?').waitFor()
    await last().getByText('荷物はどこですか').waitFor()
    await expect.poll(readOut).toBe('Machine translation: Where is the parcel?')
    await expectAccessible()
    await say({ kind: 'text', text: 'Hello' })
    await annotate('en', { state: 'done', text: 'Hello' })
    await last().getByText('Already in your language').waitFor()
    expect(await calls('message.translate')).toHaveLength(2)
  })

  it('R-06-110 R-14-044 where the services are is set on one page, which never shows a key and really tries them', async () => {
    await openFirst()
    await page.evaluate(() => {
      const client = window.fake
      const me = client?.desk.account.me
      if (!client || !me) throw new Error('nobody is signed in')
      client.change(() => {
        const permissions = [...me.permissions, 'api.manage' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
      client.answer('language-services.set-up', {
        speech: { address: 'https://speech.example/v1', model: 'whisper-1', hasKey: true },
        translation: null,
        version: 3,
      })
      client.answer('language-services.try', { text: '', ms: 420, problem: 'refused', status: 401 })
      location.hash = '#/account-center/enterprise/language-services'
    })
    const main = page.getByRole('main')
    const speech = main.getByRole('group', { name: 'Speech to text' })
    const translation = main.getByRole('group', { name: 'Translation' })
    await expect.poll(() => speech.getByLabel(/^Address/u).inputValue()).toBe('https://speech.example/v1')
    expect(await speech.getByLabel(/^Key/u).inputValue()).toBe('')
    await speech.getByText('A key is stored. Leave this empty to keep it.').waitFor()
    expect(await translation.getByRole('button', { name: 'Try translation' }).isDisabled()).toBe(true)
    await speech.getByRole('button', { name: 'Try speech to text' }).click()
    await speech.getByText('The service answered with error 401. Check address and key.').waitFor()
    await expectAccessible()

    await speech.getByLabel(/^Address/u).fill('https://elsewhere.example/v1')
    await speech.getByText('The stored key is not sent to another host. Enter the key of this one.').waitFor()
    await speech.getByLabel(/^Address/u).fill('https://speech.example/v2')
    await translation.getByLabel(/^Address/u).fill('translate.example')
    expect(await main.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await translation.getByLabel(/^Address/u).fill('https://translate.example')
    await translation.getByLabel(/^Key/u).fill('secret')
    await main.getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(() => calls('language-services.save'))
      .toEqual([
        {
          speech: { address: 'https://speech.example/v2', model: 'whisper-1', key: null },
          translation: { address: 'https://translate.example', key: 'secret' },
          version: 3,
        },
      ])
  })
})
