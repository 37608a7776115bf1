import Fastify from 'fastify'
import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, WIDGET, type Reception } from '../../../../tests/support/reception.ts'
import { widgetRow } from '../../../../tests/support/widgetRow.ts'
import { SURVEY_DEFAULTS, type SessionId, type WidgetId } from '../../../protocol/model/index.ts'
import { findSession, openSessionOf } from '../../db/sessions.ts'
import { findWidget, insertWidget, markWidgetDeleted } from '../../db/widgets.ts'
import { createKeyedBuckets } from '../tokenBucket.ts'
import { addMessageRoutes } from './messageRoutes.ts'
import { addPlainRoutes, sendClosedEntry } from './plainRoutes.ts'

const HOUR = 3_600_000
const HOSTILE = '"><script>alert(1)</script>'
const MAY = { permissions: ['reception.groups', 'reception.widgets'] } as const

interface Page {
  readonly status: number
  readonly location: string | undefined
  readonly policy: string
  readonly text: string
}

/** The pages over the kernel, without any socket. */
const pagesOf = async ({ db, engine, clock }: Reception) => {
  const app = Fastify()
  const forms = createKeyedBuckets([{ burst: 5, perMs: 60_000 }], clock)
  await addPlainRoutes(app, {
    ...{ db, engine, clock },
    forms,
    clientAddress: () => 'here',
  })
  await addMessageRoutes(app, { ...{ db, engine, clock }, forms, clientAddress: () => 'here' })
  app.get('/chat/:id', async (request, reply) =>
    sendClosedEntry(request, reply, db, await findWidget(db, (request.params as { id: WidgetId }).id)),
  )
  const page = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>): Promise<Page> => {
    const answer = await app.inject({
      ...{ method, url },
      ...(form && {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form).toString(),
      }),
    })
    return {
      status: answer.statusCode,
      location: answer.headers.location,
      policy: String(answer.headers['content-security-policy']),
      text: answer.body,
    }
  }
  return {
    get: async (url: string) => page('GET', url),
    post: async (url: string, form: Record<string, string>) => page('POST', url, form),
  }
}

/** A session that has ended, in which both sides spoke. */
const served = async (reception: Reception): Promise<SessionId> => {
  const { arrive, customer, write, send, done, agent, db } = reception
  const stars = [[], [], [], ['快', '"><b>'], []].map((tags) => ({ word: '', tags }))
  const card = { ...SURVEY_DEFAULTS.card, question: HOSTILE, stars }
  await done(agent(1), 'survey.save', { ...SURVEY_DEFAULTS, on: true, sending: 'manual', card })
  await arrive(1)
  const visitor = await customer('小李')
  await write(visitor, '水壶漏水')
  await send(agent(1), visitor.conversationId, '您好')
  const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
  if (!open) throw new Error('no open session')
  const { id: sessionId, version } = open.session
  await done(agent(1), 'session.end', { sessionId, version, lastSeq: 1000 })
  return sessionId
}

describeDatabases('pages without scripts', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-18-049 R-18-050 a session can be rated behind its link, without scripts, once and while it is valid', async () => {
    await withReception(MAY, async (reception) => {
      const { done, run, agent, clock, db, commits } = reception
      const sessionId = await served(reception)
      expect(await run(agent(2), 'session.link-rating', { sessionId })).toMatchObject({
        code: 'not-your-session',
      })
      const { path } = await done(agent(1), 'session.link-rating', { sessionId })
      expect((await done(agent(1), 'session.link-rating', { sessionId })).path).toBe(path)
      const { get, post } = await pagesOf(reception)

      const first = await get(`${path}?lang=en`)
      expect(first.status).toBe(200)
      expect(first.text.length).toBeLessThan(30 * 1024)
      expect(first.text).not.toContain('<script')
      expect(first.policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/u)
      expect(first.text).toContain('4 stars · Satisfied')

      expect(await post(path, { comment: HOSTILE })).toMatchObject({
        status: 422,
        text: expect.stringContaining('alert(1)') as string,
      })
      expect(await post(path, { stars: '4', tag4: '没有这个' })).toMatchObject({ status: 422 })
      const good = { stars: '4', tag4: '快', tag5: '别的', solved: 'yes', comment: '谢谢\r\n你' }
      expect(await post(path, good)).toMatchObject({ status: 303, location: path })
      expect(await post(path, good)).toMatchObject({ status: 303 })
      const rating = (await findSession(db, ORGANIZATION, sessionId))?.session.survey?.rating
      expect(rating).toMatchObject({ stars: 4, tags: ['快'], solved: 'yes', comment: '谢谢\n你' })
      const rated = commits.flatMap(({ entries }) => entries).filter(({ event }) => event === 'session.rated')
      expect(rated).toHaveLength(1)
      expect((await get(path)).text).toContain('href="' + path + '?change=1"')
      expect((await get(`${path}?change=1`)).text).toMatch(/value="4"\s+checked/u)

      // The allowance of the address is used up.
      expect(await post(path, { stars: '1' })).toMatchObject({ status: 303 })
      expect(await post(path, { stars: '2' })).toMatchObject({ status: 429 })
      clock.advance(24 * HOUR + 1)
      expect(await post(path, { stars: '5' })).toMatchObject({ status: 410 })
      expect((await get(path)).text).not.toContain('?change=1')
      expect(await get(`${path}x`)).toMatchObject({ status: 404 })
      expect(await get('/rate/short')).toMatchObject({ status: 404 })
    })
  })

  it('R-18-087 R-18-010 official contacts are on one page, and a closed entry names the others', async () => {
    await withReception(MAY, async (reception) => {
      const { db, clock, done, agent } = reception
      const target = (await findWidget(db, WIDGET))?.widget.target
      if (!target) throw new Error('no widget')
      const link = (id: string, title: string, listed: boolean) => ({
        ...widgetRow(id as WidgetId, target, clock.now()),
        ...{ place: 'link' as const, title, listed },
      })
      await db.transaction(async (tx) => {
        await insertWidget(tx, ORGANIZATION, link('link-1', '官方客服', true))
        await insertWidget(tx, ORGANIZATION, link('link-2', '内部测试', false))
        await insertWidget(tx, ORGANIZATION, link('link-3', '旧入口', true))
        await markWidgetDeleted(tx, ORGANIZATION, 'link-3' as WidgetId, clock.now())
      })
      const profile = {
        introduction: '',
        address: HOSTILE,
        phone: '021-5555 0100',
        email: '',
        site: 'qimu.example',
        privacy: '',
      }
      await done(agent(1), 'organization.describe', { profile, version: 1 })
      const { get } = await pagesOf(reception)
      const contact = await get(`/contact/${ORGANIZATION}`)
      expect(contact.status).toBe(200)
      expect(contact.text.match(/href="[^"]*"/gu)).toEqual([
        'href="/chat/link-1"',
        'href="tel:02155550100"',
        'href="https://qimu.example"',
        `href="/contact/${ORGANIZATION}?lang=en"`,
      ])
      expect(contact.text).not.toContain('<script')
      const closed = await get('/chat/link-3?lang=en')
      expect(closed.status).toBe(200)
      expect(closed.text).toContain('<h1>This entry is closed</h1>')
      expect(closed.text.match(/href="[^"]*"/gu)?.slice(0, 2)).toEqual([
        'href="/chat/link-1"',
        `href="/contact/${ORGANIZATION}"`,
      ])
      expect(await get('/chat/never-was')).toMatchObject({ status: 404 })
      expect(await get('/contact/org-99')).toMatchObject({ status: 404 })
    })
  })

  it('R-18-086 a message is left without scripts, once however often it is sent, and what is wrong is marked', async () => {
    await withReception({}, async (reception) => {
      const { db, commits, arrive } = reception
      await arrive(1)
      const { get, post } = await pagesOf(reception)
      const path = `/message/${WIDGET}?lang=en`
      const form = await get(path)
      expect(form.text).not.toContain('<script')
      expect(form.text.length).toBeLessThan(60 * 1024)
      expect(form.policy).toContain("default-src 'none'")
      const once = /name="once" value="([\w-]+)"/u.exec(form.text)?.[1] ?? ''

      const wrong = await post(path, { once, name: HOSTILE, email: 'nobody', text: '水壶漏水' })
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain('Not an e-mail address')
      expect(wrong.text).toContain('水壶漏水')
      expect(wrong.text).not.toContain('<script')
      const good = { once, name: '小李', phone: '13800000000', text: '水壶漏水\r\n怎么办' }
      const taken = await post(path, good)
      expect(taken.status).toBe(303)
      expect((await post(path, good)).location).toBe(taken.location)
      expect((await get(taken.location ?? '')).text).toContain('We have your message no. 1')
      const events = commits.flatMap(({ entries }) => entries).map(({ event }) => event)
      expect(events.filter((event) => event === 'conversation.opened')).toHaveLength(1)
      expect(events.filter((event) => event === 'session.requested')).toHaveLength(1)

      expect((await get('/message/never-was')).status).toBe(404)
      await db.transaction(async (tx) => markWidgetDeleted(tx, ORGANIZATION, WIDGET, reception.clock.now()))
      expect((await get(path)).text).toContain('This entry is closed')
    })
  })
})
