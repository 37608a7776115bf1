import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { customerHello } from '../../../../tests/support/customerClient.ts'
import { connectFrames } from '../../../../tests/support/frameClient.ts'
import { startMailServer, type MailServer } from '../../../../tests/support/mailServer.ts'
import { ORGANIZATION, startServerWorld, type ServerWorld } from '../../../../tests/support/serverWorld.ts'
import { signIdentity } from '../../../../tests/support/signIdentity.ts'
import { widgetRow } from '../../../../tests/support/widgetRow.ts'
import { systemClock } from '../../../base/clock.ts'
import { silentLogger } from '../../../base/logger.ts'
import type { GroupId, WidgetId } from '../../../protocol/model/index.ts'
import type { CustomerServerFrame } from '../../../protocol/wire/index.ts'
import { signedKeyOf } from '../../auth/signedIdentity.ts'
import { findIdentityByKey } from '../../db/identities.ts'
import { openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/port.ts'
import { saveSiteKeys } from '../../db/siteKeys.ts'
import { insertWidget } from '../../db/widgets.ts'

const ENTRY = 'members' as WidgetId
const STRICT = 'members-only' as WidgetId
const keys = { secret: 'known to the server of the shop', publicKey: '', version: 1 }

describe('customers with an account', () => {
  let world: ServerWorld
  let post: MailServer
  let db: Db
  beforeAll(async () => {
    post = await startMailServer()
    world = await startServerWorld({
      config: { mail: { url: post.url, from: 'Qimu <desk@example.com>' }, limitScale: 100 },
    })
    db = await openDatabase(
      { file: join(world.folder, 'foyer.db') },
      { clock: systemClock, log: silentLogger },
    )
    const entry = widgetRow(ENTRY, { kind: 'group', groupId: 'group' as GroupId }, 0)
    await db.transaction(async (tx) => {
      await insertWidget(tx, ORGANIZATION, { ...entry, type: 'chat-im' })
      await insertWidget(tx, ORGANIZATION, { ...entry, id: STRICT, type: 'chat-im', anonymous: false })
      await saveSiteKeys(tx, ORGANIZATION, keys)
    })
  })
  afterAll(async () => {
    await db.close()
    await world.dispose()
    await post.close()
  })

  const codeOf = async (response: Response): Promise<[number, string | undefined]> => [
    response.status,
    ((await response.json()) as { code?: string }).code,
  ]
  const askCode = async (contact: string, widgetId: string = ENTRY): Promise<Response> =>
    world.post('/api/im/code', { widgetId, contact, language: 'en' })
  const mailed = (to: string): string =>
    /^\d{6}$/mu.exec(post.mails.findLast((mail) => mail.to === to)?.text ?? '')?.[0] ?? ''
  const signIn = async (contact: string): Promise<string> => {
    expect((await askCode(contact)).status).toBe(200)
    const body = { widgetId: ENTRY, contact, code: mailed(contact.trim().toLowerCase()) }
    const response = await world.post('/api/im/sign-in', body)
    return ((await response.json()) as { token: string }).token
  }
  const textsOf = (messages: readonly { readonly body: object }[]): string[] =>
    messages.flatMap(({ body }) => ('text' in body ? [String(body.text)] : []))
  const come = async (hello: Partial<Parameters<typeof customerHello>[0]>) =>
    world.customer({ widgetId: ENTRY, ...hello })
  /** What somebody is told who is not let in at once. */
  const gateOf = async (hello: Partial<Parameters<typeof customerHello>[0]>) => {
    const client = await connectFrames<CustomerServerFrame>(world.url, world.ids)
    client.send(customerHello({ widgetId: ENTRY, ...hello }))
    const gate = await client.next((frame) => frame.t === 'gate' || frame.t === 'welcome')
    await client.close()
    return gate.t === 'gate' ? gate.settings.signIn : undefined
  }

  it('R-02-011 R-18-036 an account has one thread on all devices, and its address is proved', async () => {
    const anna = await world.agent('anna')
    const phone = await come({ account: await signIn('fang@example.com') })
    expect(phone.welcome).toMatchObject({ identity: 'signed', account: 'fang@example.com', messages: [] })
    await phone.write('从手机来')
    // Both what anybody may fill in and what is proved.
    await anna.next((frame) => {
      const text = JSON.stringify(frame)
      return (
        text.includes('"email":"fang@example.com"') && text.includes('"verifiedEmail":"fang@example.com"')
      )
    })
    await anna.next((frame) => JSON.stringify(frame).includes('"channel":"im"'))
    const other = await come({ account: await signIn(' FANG@example.com') })
    expect(textsOf(other.messages())).toEqual(['从手机来'])
    const again = await come({ token: other.welcome.token })
    expect(textsOf(again.messages())).toEqual(['从手机来'])
    await Promise.all([phone.close(), other.close(), again.close(), anna.close()])
  })

  it('R-02-011 a wrong code opens nothing, and signing out ends this device alone', async () => {
    const contact = 'wei@example.com'
    const first = await signIn(contact)
    const wrong = await world.post('/api/im/sign-in', { widgetId: ENTRY, contact, code: '000000' })
    expect(await codeOf(wrong)).toEqual([401, 'wrong-code'])
    const [tab, otherTab] = [await come({ account: first }), await come({ account: first })]
    const elsewhere = await come({ account: await signIn(contact) })
    await world.post('/api/im/sign-out', { token: first })
    for (const page of [tab, otherTab]) {
      expect(await page.next((frame) => frame.t === 'bye')).toMatchObject({ code: 'signed-out' })
    }
    await elsewhere.write('还在')
    await Promise.all([tab.close(), otherTab.close(), elsewhere.close()])
    expect(await gateOf({ account: first })).toBeDefined()
    expect(await gateOf({ token: first })).toBeDefined()
    expect(await gateOf({ account: `${ORGANIZATION}.im.guessed` })).toBeDefined()
  })

  it('R-02-011 takes neither what is no address, nor a way or an entry that has no accounts', async () => {
    expect(await codeOf(await askCode('nobody'))).toEqual([400, 'invalid'])
    expect(await codeOf(await askCode('+86 138 0013 8000'))).toEqual([400, 'invalid'])
    expect(await codeOf(await askCode('li@example.com', 'widget'))).toEqual([400, 'invalid'])
  })

  it('R-02-037 R-18-006 who is not known is asked to sign in, and may chat without where that is offered', async () => {
    expect(await gateOf({})).toEqual({ ways: ['email'], anonymous: true, outboxUrl: null })
    const visitor = await come({ anonymous: true })
    expect(visitor.welcome.identity).toBeUndefined()
    await visitor.close()
    // From then on their browser is known.
    expect(await gateOf({ token: visitor.welcome.token })).toBeUndefined()
    expect(await gateOf({ widgetId: STRICT, anonymous: true })).toMatchObject({ anonymous: false })
    expect(await gateOf({ widgetId: STRICT, token: visitor.welcome.token })).toMatchObject({
      anonymous: false,
    })
  })

  it('R-18-055 a talk under way becomes that of a new account, on its channel', async () => {
    const anna = await world.agent('anna')
    const visitor = await come({ anonymous: true })
    await visitor.write('还没登录')
    await visitor.close()
    const { token } = visitor.welcome
    const account = await signIn('new@example.com')
    const known = await come({ token, account })
    expect(known.welcome).toMatchObject({ identity: 'signed', token: account })
    expect(textsOf(known.messages())).toEqual(['还没登录'])
    const { session, customer } = await anna.event('conversation.joined')
    expect([session.channel, customer.id]).toEqual(['im', session.customerId])
    await known.close()
    expect(await gateOf({ token })).toBeDefined()
    await anna.close()
  })

  it('R-18-055 an account with a thread goes on with the talk under way, then with its own', async () => {
    const account = await signIn('old@example.com')
    const first = await come({ account })
    await first.write('老问题')
    await first.close()
    const visitor = await come({ anonymous: true })
    await visitor.write('新问题')
    await visitor.close()
    const { token } = visitor.welcome
    const known = await come({ token, account })
    expect(known.welcome.identity).toBe('joined')
    expect(textsOf(known.messages())).toEqual(['新问题'])
    await known.run('customer.leave', {})
    await known.close()
    const after = await come({ token, account })
    expect(after.welcome.identity).toBe('signed')
    expect(textsOf(after.messages())).toEqual(['老问题'])
    await after.close()
  })

  it('R-18-053 whom the company vouches for has an account here, and is one customer on both channels', async () => {
    const exp = Math.floor(Date.now() / 1000) + 3600
    const identity = signIdentity(keys.secret, { sub: 'u-9', exp, name: '王芳' })
    const web = await world.customer({ identity })
    await web.write('网页上')
    const im = await come({ identity })
    expect(im.welcome).toMatchObject({ identity: 'signed', messages: [] })
    const key = signedKeyOf('u-9')
    const onWeb = await findIdentityByKey(db, ORGANIZATION, 'web', key)
    const onIm = await findIdentityByKey(db, ORGANIZATION, 'im', key)
    expect(onIm?.customerId).toBe(onWeb?.customerId)
    expect(onIm?.conversationId).not.toBe(onWeb?.conversationId)
    await Promise.all([web.close(), im.close()])
  })
})
