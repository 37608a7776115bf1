import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { SURVEY_DEFAULTS, type Answers, type SessionId, type Survey } from '../../../protocol/model/index.ts'
import { messagesBefore } from '../../db/messages.ts'
import { findSession, openSessionOf, setSessionsChannel } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const HOUR = 3_600_000
const card = {
  ...SURVEY_DEFAULTS.card,
  question: '您对这次服务满意吗？',
  stars: [[], [], [], ['快', '专业'], []].map((tags) => ({ word: '', tags })),
}
const good: Answers = { stars: 4, tags: ['快'], solved: 'yes', comment: '谢谢' }

const setUp = async ({ done, agent }: Reception, more: Partial<Survey> = {}): Promise<Survey> => {
  const { survey } = await done(agent(1), 'survey.save', { ...SURVEY_DEFAULTS, on: true, card, ...more })
  return survey
}

/** A customer who wrote to `agent-1` and had an answer. */
const served = async ({ arrive, customer, write, send, agent, db }: Reception, name = '小李') => {
  await arrive(1)
  const visitor = await customer(name)
  await write(visitor, '水壶漏水')
  await send(agent(1), visitor.conversationId, '您好，我看一下')
  const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
  if (!open) throw new Error('no open session')
  return { visitor, sessionId: open.session.id }
}

const end = async (reception: Reception, sessionId: SessionId) => {
  const session = (await findSession(reception.db, ORGANIZATION, sessionId))?.session
  return reception.done(reception.agent(1), 'session.end', {
    sessionId,
    version: session?.version ?? 0,
    lastSeq: 1000,
  })
}

const rated = async ({ db }: Reception, sessionId: SessionId) =>
  (await findSession(db, ORGANIZATION, sessionId))?.session.survey

const linesOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal) =>
  (await messagesBefore(db, ORGANIZATION, conversationId, 1000, 100)).flatMap(({ body }) =>
    body.kind === 'system' && (body.survey ?? body.rating) ? [body] : [],
  )

const MAY = { permissions: ['reception.groups'] as const }

describeDatabases('the satisfaction survey', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-260 is off by default, and saved by whoever may, once for each version', async () => {
    await withReception(MAY, async (reception) => {
      const { visitor, sessionId } = await served(reception)
      await end(reception, sessionId)
      expect(await linesOf(reception, visitor)).toEqual([])

      const survey = await setUp(reception)
      expect(survey.version).toBe(1)
      expect(reception.commits.at(-1)?.entries.at(-1)).toMatchObject({
        scope: 'org',
        event: 'survey.changed',
        payload: { survey },
      })
      const { run, agent } = reception
      const late = await run(agent(2), 'survey.save', { ...survey, version: 0 })
      expect(late).toMatchObject({ ok: false, code: 'conflict' })
      const long = { ...survey, card: { ...card, thanks: 'x'.repeat(201) } }
      expect(await run(agent(1), 'survey.save', long)).toMatchObject({ ok: false, code: 'invalid' })
      expect(await run(agent(1), 'survey.save', { ...survey, validHours: 169 })).toMatchObject({ ok: false })
    })
    await withReception({}, async ({ run, agent }) => {
      expect(await run(agent(1), 'survey.save', SURVEY_DEFAULTS)).toMatchObject({ code: 'forbidden' })
    })
  })

  it('R-02-261 asks by itself at the end, or when the agent says so', async () => {
    await withReception(MAY, async (reception) => {
      const { clock, run, agent } = reception
      const survey = await setUp(reception)
      const one = await served(reception)
      const ended = await end(reception, one.sessionId)
      expect(ended.session.survey).toEqual({
        askedAt: clock.now(),
        expiresAt: clock.now() + 24 * HOUR,
        rating: null,
      })
      expect(await linesOf(reception, one.visitor)).toMatchObject([{ code: 'survey-sent', survey: { card } }])

      await setUp(reception, { sending: 'manual', version: survey.version })
      const two = await served(reception, '小王')
      await end(reception, two.sessionId)
      expect(await linesOf(reception, two.visitor)).toEqual([])

      const three = await served(reception, '小张')
      const ask = { sessionId: three.sessionId }
      expect(await run(agent(2), 'session.request-rating', ask)).toMatchObject({ code: 'not-your-session' })
      expect(await run(agent(1), 'session.request-rating', ask)).toMatchObject({ ok: true })
      expect(await run(agent(1), 'session.request-rating', ask)).toMatchObject({ code: 'survey-sent' })
      expect(await linesOf(reception, three.visitor)).toHaveLength(1)
    })
  })

  it('R-02-262 by default asks once in a session, and only where both sides spoke', async () => {
    await withReception(MAY, async (reception) => {
      const { arrive, customer, write, db, run, done, agent } = reception
      await setUp(reception)
      const { visitor, sessionId } = await served(reception)
      await done(agent(1), 'session.request-rating', { sessionId })
      await end(reception, sessionId)
      expect(await linesOf(reception, visitor)).toHaveLength(1)

      await arrive(1)
      const silent = await customer('小赵')
      await write(silent, '在吗')
      const open = await openSessionOf(db, ORGANIZATION, silent.conversationId)
      if (!open) throw new Error('no open session')
      const ask = { sessionId: open.session.id }
      expect(await run(agent(1), 'session.request-rating', ask)).toMatchObject({ code: 'one-sided' })
      await done(silent, 'customer.leave', {})
      expect(await linesOf(reception, silent)).toEqual([])
    })
  })

  it('R-02-263 can be answered for as long as was said when it was asked', async () => {
    await withReception(MAY, async (reception) => {
      const { clock, run } = reception
      const survey = await setUp(reception, { validHours: 1 })
      const { visitor, sessionId } = await served(reception)
      await end(reception, sessionId)
      // What is set later is for later sessions.
      await setUp(reception, { validHours: 168, version: survey.version })
      clock.advance(HOUR)
      expect(await run(visitor, 'customer.rate', { sessionId, answers: good })).toMatchObject({ ok: true })
      clock.advance(1)
      const late = await run(visitor, 'customer.rate', {
        sessionId,
        answers: { ...good, stars: 1, tags: [] },
      })
      expect(late).toMatchObject({ ok: false, code: 'survey-expired' })
      expect((await rated(reception, sessionId))?.rating).toMatchObject({ stars: 4 })
    })
  })

  it('R-02-264 R-18-050 keeps one rating: changed while valid, untouched by a second submit', async () => {
    await withReception(MAY, async (reception) => {
      const { clock, run, done, commits } = reception
      await setUp(reception)
      const { visitor, sessionId } = await served(reception)
      await end(reception, sessionId)
      const at = clock.now()
      await done(visitor, 'customer.rate', { sessionId, answers: good })
      const before = commits.length
      clock.advance(1000)
      // From another tab, with an id of its own.
      await done(visitor, 'customer.rate', { sessionId, answers: good })
      expect(commits.slice(before).flatMap(({ entries }) => entries)).toEqual([])
      expect((await rated(reception, sessionId))?.rating).toEqual({ ...good, at })

      const worse: Answers = { stars: 2, tags: [], solved: 'not-yet', comment: '' }
      await done(visitor, 'customer.rate', { sessionId, answers: worse })
      expect((await rated(reception, sessionId))?.rating).toEqual({ ...worse, at: at + 1000 })
      expect(await linesOf(reception, visitor)).toMatchObject([
        { code: 'survey-sent' },
        { code: 'session-rated', params: {}, rating: good },
        { code: 'session-rated', params: { changed: 'yes' }, rating: worse },
      ])
      const { session } = await done(reception.agent(1), 'session.end', { sessionId, version: 0, lastSeq: 0 })
      expect(session.survey?.rating?.stars).toBe(2)
      expect(await run(visitor, 'customer.rate', { sessionId, answers: worse })).toMatchObject({ ok: true })
    })
  })

  it('R-02-265 R-02-266 agents ask for their own ratings since a moment, those of the main group among them', async () => {
    await withReception(MAY, async (reception) => {
      await setUp(reception)
      const since = reception.clock.now()
      const ask = async (agent: number, from = since) =>
        reception.engine.query(reception.agent(agent), 'ratings.own', { since: from })
      expect(await ask(1)).toEqual({ ok: true, value: { count: 0, stars: null } })
      for (const [name, stars] of [
        ['小李', 4],
        ['小王', 5],
      ] as const) {
        const { visitor, sessionId } = await served(reception, name)
        await end(reception, sessionId)
        reception.clock.advance(1000)
        await reception.done(visitor, 'customer.rate', { sessionId, answers: { ...good, stars, tags: [] } })
      }
      expect(await ask(1)).toEqual({ ok: true, value: { count: 2, stars: 4.5 } })
      expect(await ask(2)).toEqual({ ok: true, value: { count: 0, stars: null } })
      const list = async (agent: number, from = since) =>
        reception.engine.query(reception.agent(agent), 'ratings.list', { since: from })
      expect(await list(1)).toMatchObject({
        value: {
          sessions: [
            { number: expect.any(Number) as number, rating: { ...good, stars: 5, tags: [] } },
            { rating: { stars: 4 } },
          ],
        },
      })
      expect(await list(2)).toEqual({ ok: true, value: { sessions: [] } })
      expect(await list(1, since + HOUR)).toEqual({ ok: true, value: { sessions: [] } })
      expect(await ask(1, since + HOUR)).toEqual({ ok: true, value: { count: 0, stars: null } })
    })
  })

  it('takes only what the card offers, and only of the own session', async () => {
    await withReception(MAY, async (reception) => {
      const { run, customer } = reception
      await setUp(reception)
      const { visitor, sessionId } = await served(reception)
      const early = await run(visitor, 'customer.rate', { sessionId, answers: good })
      expect(early).toMatchObject({ ok: false, code: 'not-found' })
      await end(reception, sessionId)
      for (const answers of [
        { ...good, tags: ['没有的'] },
        { ...good, stars: 6, tags: [] },
        { ...good, comment: '长'.repeat(201) },
      ]) {
        expect(await run(visitor, 'customer.rate', { sessionId, answers })).toMatchObject({ code: 'invalid' })
      }
      const other = await customer('别人')
      expect(await run(other, 'customer.rate', { sessionId, answers: good })).toMatchObject({
        code: 'not-found',
      })
      expect((await rated(reception, sessionId))?.rating).toBeNull()
    })
  })

  it('R-02-267 where no card can be shown the line has the link, and where the path is closed nothing is sent and the session says so', async () => {
    await withReception(MAY, async (reception) => {
      const { db, clock, customer, write, send, agent, done } = reception
      await setUp(reception, { sending: 'manual' })
      const account = await customer('小李', 'im')
      await served(reception)
      await write(account, '在吗')
      await send(agent(1), account.conversationId, '在的')
      const open = (await openSessionOf(db, ORGANIZATION, account.conversationId))?.session
      if (!open) throw new Error('no open session')
      const ask = { sessionId: open.id }
      clock.advance(14 * 24 * HOUR)
      const late = await done(agent(1), 'session.request-rating', ask)
      expect(late.session.survey).toMatchObject({ undelivered: true, rating: null })
      expect(await linesOf(reception, account)).toEqual([])
      await write(account, '又来了')
      await db.transaction(async (tx) =>
        setSessionsChannel(tx, ORGANIZATION, account.conversationId, 'wecom-kf'),
      )
      const asked = await done(agent(1), 'session.request-rating', ask)
      expect(asked.session.survey?.undelivered).toBeUndefined()
      const line = (await messagesBefore(db, ORGANIZATION, account.conversationId, 1000, 1))[0]?.body
      expect(line).toMatchObject({
        code: 'survey-sent',
        params: { link: expect.stringMatching(/^\/rate\//u) },
      })
      expect(line).not.toHaveProperty('survey')
    })
  })
})
