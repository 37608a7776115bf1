import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { startMailServer, type MailServer } from '../../../tests/support/mailServer.ts'
import {
  ORGANIZATION,
  startServerWorld,
  WIDGET,
  type ServerWorld,
} from '../../../tests/support/serverWorld.ts'
import type { IdentityId, OrganizationId, SessionId } from '../../protocol/model/index.ts'
import { createConversationLinks } from '../auth/conversationLinks.ts'

const ADDRESS = 'fang@example.com'

/** What somebody reads, whatever it was packed in. */
const readable = (mail: string): string => {
  const [, head = '', body = ''] = /^([\s\S]*?)\n\n([\s\S]*)$/u.exec(mail.replaceAll('\r', '')) ?? []
  if (/base64/iu.test(head)) return Buffer.from(body, 'base64').toString()
  return body.replaceAll('=\n', '').replaceAll('=3D', '=')
}

describe('the answer to a left message', () => {
  let world: ServerWorld
  let post: MailServer
  beforeAll(async () => {
    post = await startMailServer()
    world = await startServerWorld({
      config: { mail: { url: post.url, from: 'Qimu <desk@example.com>' }, limitScale: 100 },
    })
  })
  afterAll(async () => {
    await world.dispose()
    await post.close()
  })

  const mailWith = async (pattern: RegExp): Promise<string> => {
    await expect.poll(() => post.mails.some(({ text }) => pattern.test(readable(text)))).toBe(true)
    const mail = post.mails.findLast(({ text }) => pattern.test(readable(text)))
    return pattern.exec(readable(mail?.text ?? ''))?.[0] ?? ''
  }

  it('R-18-057 comes as a link to one conversation, which shows nothing of it before a code was confirmed', async () => {
    const anna = await world.agent('anna')
    await anna.synced()
    const customer = await world.customer()
    const id = world.ids.next()
    const left = { id, text: '水壶漏水怎么办', name: '', phone: '', email: ADDRESS }
    expect(await customer.run('customer.leave-message', left, id)).toMatchObject({ t: 'done' })
    await customer.close()
    const { entry } = await anna.event('pool.entered')
    await anna.run('session.accept', { sessionId: entry.sessionId }, world.ids.next())
    const answerId = world.ids.next()
    const body = { kind: 'text', text: '请换一个密封圈' }
    const { conversationId } = entry
    await anna.run('message.send', { conversationId, id: answerId, body, seenSeq: null }, answerId)

    const link = await mailWith(/http:\S+\/continue\/\S+/u)
    const page = async (form?: Record<string, string>) =>
      fetch(link, {
        redirect: 'manual',
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      })
    const shown = await page()
    const text = await shown.text()
    expect([shown.status, text.includes('f***@example.com')]).toEqual([200, true])
    for (const secret of ['漏水', '密封圈', ADDRESS]) expect(text).not.toContain(secret)

    expect((await page({ send: '1' })).status).toBe(200)
    const code = await mailWith(/^\d{6}$/mu)
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await page({ code: wrong })).status).toBe(422)
    const right = await page({ code })
    const [, chat, ticket = ''] =
      /^(\/chat\/[\w-]+)#link=(.+)$/u.exec(right.headers.get('location') ?? '') ?? []
    expect([right.status, chat]).toEqual([303, `/chat/${WIDGET}`])

    const back = await world.customer({ ticket })
    expect(JSON.stringify(back.welcome.messages)).toContain('密封圈')
    const later = await world.customer({ token: back.welcome.token })
    expect(JSON.stringify(later.welcome.messages)).toContain('漏水')
    await later.write('好的，谢谢')
    await anna.event('message.sent', ({ message }) => JSON.stringify(message.body).includes('谢谢'))
    const forged = await world.customer({ ticket: `${ticket}x` })
    expect(forged.welcome.messages).toEqual([])
    const other = await fetch(link.replace(/.\?/u, '?'))
    expect(other.status).toBe(404)
    await Promise.all([back, later, forged, anna].map(async (client) => client.close()))
  })

  it('R-18-057 a link is over after 30 days, a ticket after two minutes, and neither can be made by others', () => {
    const clock = createTestClock()
    const links = createConversationLinks(Buffer.alloc(32, 7), clock)
    const others = createConversationLinks(Buffer.alloc(32, 8), clock)
    const [org, session, identity] = [
      ORGANIZATION as OrganizationId,
      'session' as SessionId,
      'identity' as IdentityId,
    ]
    const link = links.linkTo(org, session)
    const ticket = links.ticketFor(org, identity)
    const token = links.tokenFor(org, identity)
    expect(links.readLink(link)).toMatchObject({ sessionId: session, over: false })
    expect(links.readTicket(ticket, org)).toBe(identity)
    expect(links.readTicket(ticket, 'other' as OrganizationId)).toBeUndefined()
    expect(links.readToken(token, org)).toBe(identity)
    // None stands for another.
    for (const wrong of [link, token, others.ticketFor(org, identity), `${ticket}x`, '']) {
      expect(links.readTicket(wrong, org)).toBeUndefined()
    }
    expect(links.readToken(ticket, org)).toBeUndefined()
    clock.advance(2 * 60_000)
    expect(links.readTicket(ticket, org)).toBeUndefined()
    clock.advance(30 * 24 * 60 * 60_000)
    expect(links.readLink(link)).toMatchObject({ over: true })
    expect(links.readToken(token, org)).toBeUndefined()
  })
})
