import { expect, it } from 'vitest'

import { createTestClock, type TestClock } from '../../../tests/support/clock.ts'
import { describeDatabases } from '../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  receptionsOf,
  WIDGET,
  type Reception,
} from '../../../tests/support/reception.ts'
import { createIds } from '../../base/ids.ts'
import { silentLogger } from '../../base/logger.ts'
import {
  CONDITION_DEFAULTS,
  LOOK_DEFAULTS,
  WIDGET_DEFAULTS,
  type FileId,
  type InvitationRule,
  type WidgetId,
} from '../../protocol/model/index.ts'
import type { VisitAnswer, VisitBeat } from '../../protocol/wire/index.ts'
import { tokenHash } from '../auth/tokens.ts'
import { insertFile } from '../db/files.ts'
import { latestInvitations } from '../db/invitations.ts'
import { openSessionOf } from '../db/sessions.ts'
import { maskedAddress } from './maskedAddress.ts'
import { createVisitBook, type VisitBook } from './visitBook.ts'
import { createVisitDesk, type VisitDesk } from './visitDesk.ts'

const KEY = 'a'.repeat(32)
const FROM = {
  address: '116.20.3.4',
  origin: 'https://shop.example',
  agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
}
const helloOf = (visit: string) => ({
  visit,
  page: { url: 'https://shop.example/', title: '', referrer: '', language: 'zh-CN' },
})
const NEVER = new Promise<void>(() => undefined)
const MINUTE = 60_000

const RULE = {
  id: 'rule-1',
  name: '看了很久',
  on: true,
  receiver: { kind: 'group', groupId: GROUP },
  conditions: { ...CONDITION_DEFAULTS, seconds: 20 },
  againMinutes: 10,
  looks: LOOK_DEFAULTS,
} as unknown as InvitationRule

interface Floor extends Reception {
  readonly clock: TestClock
  readonly book: VisitBook
  readonly desk: VisitDesk
  beat(more?: Partial<VisitBeat>, key?: string): Promise<VisitAnswer>
  view(url?: string, key?: string): Promise<VisitAnswer>
  visitors(): ReturnType<VisitBook['changes']>['rows']
  configure(settings: { manual?: boolean; rules?: InvitationRule[]; version?: number }): Promise<unknown>
}

describeDatabases('visitors and invitations', (databases) => {
  const withReception = receptionsOf(databases)
  const onFloor = async (test: (floor: Floor) => Promise<void>): Promise<void> => {
    const clock = createTestClock()
    const book = createVisitBook({ clock, ids: createIds(clock) })
    const permissions = [
      'visitor.view',
      'visitor.invite',
      'reception.invitations',
      'reception.widgets',
    ] as const
    await withReception({ clock, visitors: book, permissions }, async (reception) => {
      const { db, engine, run, agent } = reception
      const desk = createVisitDesk({ book, db, engine, clock, log: silentLogger })
      engine.onCommitted((commit) => {
        desk.committed(commit)
      })
      const beat: Floor['beat'] = async (more = {}, key = KEY) =>
        desk.beat({ widget: WIDGET, key, ...more }, FROM, NEVER)
      await test({
        ...reception,
        clock,
        book,
        desk,
        beat,
        view: async (url = 'https://shop.example/kettles', key = KEY) =>
          beat({ page: { url, title: '水壶', referrer: '', mobile: false, visit: 1 } }, key),
        visitors: () => book.changes(ORGANIZATION, '', 0).rows,
        configure: async ({ version = 0, ...settings }) =>
          run(agent(1), 'invitations.save', {
            visitorList: true,
            manual: false,
            manualLooks: LOOK_DEFAULTS,
            rules: [],
            ...settings,
            version,
          }),
      })
      desk.stop()
      book.stop()
    })
  }

  it('R-02-250 R-02-254 R-02-311 who is on a page is listed at once, with a masked address, and is gone 60 s after the last sign of life', async () => {
    await onFloor(async ({ view, beat, visitors, configure, clock, engine, agent }) => {
      expect(await view()).toEqual({ on: false, nextMs: 0 })
      await configure({})
      expect(await view()).toEqual({ on: true, nextMs: 25_000 })
      const [row] = visitors()
      expect(row).toMatchObject({
        customer: null,
        source: { kind: 'direct' },
        url: 'https://shop.example/kettles',
        pages: 1,
        address: '116.20.*.*',
        browser: 'Firefox 133 · Linux',
        visits: 1,
        state: 'browsing',
      })
      await view('https://shop.example/cups')
      expect(visitors()).toMatchObject([{ id: row?.id, pages: 2, url: 'https://shop.example/cups' }])
      clock.advance(59_000)
      await beat()
      clock.advance(59_000)
      expect(visitors()).toHaveLength(1)
      clock.advance(10_000)
      expect(visitors()).toEqual([])
      // The page is known as long as the visit lasts.
      await beat()
      expect(visitors()).toMatchObject([{ id: row?.id, pages: 2 }])
      clock.advance(40 * MINUTE)
      expect(await beat()).toMatchObject({ again: true })
      const asked = await engine.query(agent(1), 'visitors.changes', { epoch: '', after: 0 })
      expect(asked).toMatchObject({ ok: true, value: { count: 0 } })
    })
  })

  it('R-02-251 tells what changed since the last look, and nothing where nothing did', async () => {
    await onFloor(async ({ view, beat, book, configure, clock }) => {
      await configure({})
      await view()
      await view('https://shop.example/', 'b'.repeat(32))
      const first = book.changes(ORGANIZATION, '', 0)
      expect(first).toMatchObject({ full: true, count: 2 })
      const since = (after: number) => book.changes(ORGANIZATION, first.epoch, after)
      await beat()
      expect(since(first.revision)).toMatchObject({ full: false, rows: [], gone: [] })
      await beat({ bye: 'https://shop.example/other' })
      expect(since(first.revision).rows).toEqual([])
      await beat({ bye: 'https://shop.example/kettles' })
      const second = since(first.revision)
      expect(second.rows).toMatchObject([{ state: 'left' }])
      clock.advance(70_000)
      expect(since(second.revision)).toMatchObject({ count: 0, gone: { length: 2 } })
    })
  })

  it('R-02-242 manual invitation is switched once in 15 minutes; earlier it is refused with the time that remains', async () => {
    await onFloor(async ({ configure, clock }) => {
      expect(await configure({ manual: true })).toMatchObject({ ok: true })
      expect(await configure({ manual: true })).toMatchObject({ code: 'conflict' })
      clock.advance(5 * MINUTE)
      const refused = { code: 'switched-lately', details: { minutes: 10 } }
      expect(await configure({ manual: false, version: 1 })).toMatchObject(refused)
      clock.advance(10 * MINUTE)
      expect(await configure({ manual: false, version: 1 })).toMatchObject({ ok: true })
    })
  })

  it('R-02-245 R-02-246 of two agents the first invites, and who accepts comes to that agent', async () => {
    await onFloor(async (floor) => {
      const { view, beat, visitors, configure, arrive, run, agent, customer, desk, db } = floor
      await configure({ manual: true })
      await arrive(1, 2)
      // The answer waits for something to say.
      const waiting = view()
      await expect.poll(visitors).toHaveLength(1)
      const id = visitors()[0]?.id ?? ('' as never)
      const receive = async (on: boolean): Promise<void> => {
        for (const each of [1, 2])
          expect(await run(agent(each), 'reception.set', { on })).toMatchObject({ ok: true })
      }
      await receive(false)
      expect(await run(agent(1), 'visitor.invite', { visitorId: id })).toMatchObject({
        code: 'nobody-receives',
      })
      await receive(true)
      const invited = await run(agent(2), 'visitor.invite', { visitorId: id })
      expect(invited).toMatchObject({ ok: true })
      const { invitation } = await waiting
      expect(invitation).toMatchObject({ agentName: '客服2' })
      expect(visitors()).toMatchObject([{ state: 'invited', inviter: '员工2' }])
      const late = { code: 'being-invited', details: { agentName: '员工2' } }
      expect(await run(agent(1), 'visitor.invite', { visitorId: id })).toMatchObject(late)

      const answer = { id: invitation?.id ?? ('' as never), accepted: true, elsewhere: false }
      await beat({ answer }, 'c'.repeat(32))
      expect(visitors()).toMatchObject([{ state: 'invited' }])
      await beat({ answer })
      const who = await customer('小李')
      await desk.arrived(who, helloOf(KEY), FROM.address)
      const open = await openSessionOf(db, ORGANIZATION, who.conversationId)
      expect(open?.session).toMatchObject({ handlerId: 'agent-2', initiator: 'customer' })
      expect(visitors()).toMatchObject([{ state: 'in-session', customer: { number: 1 } }])
      // Once; and nobody is invited during a session (R-02-244).
      await desk.arrived(who, helloOf(KEY), FROM.address)
      expect(await run(agent(1), 'visitor.invite', { visitorId: id })).toMatchObject({
        code: 'visitor-in-session',
      })
    })
  })

  it('an invitation that a page was not told before a restart is on it when it comes back', async () => {
    await onFloor(async ({ view, visitors, configure, arrive, run, agent, db, engine, clock }) => {
      await configure({ manual: true })
      await arrive(1)
      void view()
      await expect.poll(visitors).toHaveLength(1)
      await run(agent(1), 'visitor.invite', { visitorId: visitors()[0]?.id ?? ('' as never) })
      const book = createVisitBook({ clock, ids: createIds(clock) })
      const again = createVisitDesk({ book, db, engine, clock, log: silentLogger })
      const page = {
        url: 'https://shop.example/kettles',
        title: '水壶',
        referrer: '',
        mobile: false,
        visit: 1,
      }
      const told = await again.beat({ widget: WIDGET, key: KEY, page }, FROM, NEVER)
      expect(told.invitation).toMatchObject({ agentName: '客服1', look: { style: 'card' }, web: true })
      expect(book.changes(ORGANIZATION, '', 0).rows).toMatchObject([{ state: 'invited', inviter: '员工1' }])
      again.stop()
      book.stop()
    })
  })

  it('R-02-253 an agent opens the chat on the page at once', async () => {
    await onFloor(async ({ view, visitors, configure, arrive, run, agent, customer, desk, db }) => {
      await configure({ manual: true })
      await arrive(1)
      const waiting = view()
      await expect.poll(visitors).toHaveLength(1)
      const visitorId = visitors()[0]?.id ?? ('' as never)
      expect(await run(agent(1), 'visitor.start', { visitorId })).toMatchObject({ ok: true })
      expect(await waiting).toMatchObject({ open: true })
      const who = await customer('小王')
      await desk.arrived(who, helloOf(KEY), FROM.address)
      const open = await openSessionOf(db, ORGANIZATION, who.conversationId)
      expect(open?.session).toMatchObject({ handlerId: 'agent-1', initiator: 'agent' })
    })
  })

  it('R-02-240 R-02-244 R-18-042 an automatic invitation shows when its time has come and somebody can receive, at most 3 times a visit', async () => {
    await onFloor(async ({ view, beat, visitors, configure, arrive, clock, db, engine }) => {
      const rule = { ...RULE, againMinutes: 1 }
      await configure({ rules: [rule] })
      expect(await view()).toMatchObject({ nextMs: 20_000 })
      clock.advance(20_000)
      // Nobody is there.
      expect((await beat()).invitation).toBeUndefined()
      await arrive(1)
      clock.advance(10_001)
      const ids: string[] = []
      for (let count = 0; count < 3; count += 1) {
        const { invitation } = await beat()
        expect(invitation).toMatchObject({ agentName: null, look: { style: 'card' }, web: true })
        if (!invitation) return
        ids.push(invitation.id)
        // A page that is opened meanwhile shows it too.
        expect((await view(`https://shop.example/${count}`)).invitation?.id).toBe(invitation.id)
        await beat({ answer: { id: invitation.id, accepted: false, elsewhere: false } })
        expect(visitors()).toMatchObject([{ state: 'declined' }])
        expect((await beat()).invitation).toBeUndefined()
        clock.advance(MINUTE + 20_000)
      }
      expect(new Set(ids).size).toBe(3)
      expect((await beat()).invitation).toBeUndefined()

      // R-02-245: who does nothing has ignored it.
      const other = 'd'.repeat(32)
      await view('https://shop.example/', other)
      clock.advance(20_000)
      const shown = await beat({}, other)
      clock.advance(MINUTE)
      const subject = shown.invitation?.id ?? ''
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'invitation-ignored', subject })
      const [row] = await latestInvitations(db, ORGANIZATION, tokenHash(other))
      expect(row).toMatchObject({ id: subject, state: 'ignored' })
    })
  })

  it('R-02-244 whoever has talked in this visit is not invited by itself any more', async () => {
    await onFloor(async ({ view, beat, visitors, configure, arrive, write, done, ...floor }) => {
      const { agent, customer, desk, db, clock } = floor
      await configure({ rules: [RULE] })
      await arrive(1)
      await view()
      const who = await customer('小陈')
      await desk.arrived(who, helloOf(KEY), FROM.address)
      await write(who, '在吗')
      const open = await openSessionOf(db, ORGANIZATION, who.conversationId)
      if (!open) throw new Error('no session')
      const { id: sessionId, version } = open.session
      await done(agent(1), 'session.end', { sessionId, version, lastSeq: 99 })
      clock.advance(30_000)
      expect((await beat()).invitation).toBeUndefined()
      expect(visitors()).toMatchObject([{ state: 'browsing' }])
    })
  })

  it('R-02-244 a blocked visitor is not invited', async () => {
    await onFloor(async ({ view, visitors, configure, arrive, run, agent, customer, desk, db }) => {
      await configure({ manual: true })
      await arrive(1)
      void view()
      await expect.poll(visitors).toHaveLength(1)
      const who = await customer('小张')
      await desk.arrived(who, helloOf(KEY), FROM.address)
      await db.transaction(async (tx) => {
        await tx.run({ text: 'update conversations set blocked = 1', values: [] })
      })
      const visitorId = visitors()[0]?.id ?? ('' as never)
      expect(await run(agent(1), 'visitor.invite', { visitorId })).toMatchObject({ code: 'visitor-blocked' })
    })
  })

  // Nothing new is asked of the database from here on.
  if (databases.driver !== 'sqlite') return

  it('R-02-243 R-18-043 an invitation has its picture and its entries for each kind of screen, and one with an account is answered there', async () => {
    await onFloor(async ({ view, beat, book, configure, arrive, run, agent, customer, desk, db, clock }) => {
      const [picture, theirs] = ['picture', 'theirs'] as FileId[]
      for (const [id, kind] of [
        [picture, 'agent'],
        [theirs, 'customer'],
      ] as const) {
        const file = {
          id: id ?? ('' as FileId),
          name: 'a.png',
          mime: 'image/png',
          bytes: 1000,
          width: 10,
          height: 10,
        }
        await db.transaction((tx) =>
          insertFile(tx, ORGANIZATION, { file, sha256: file.id }, { kind, id: 'agent-1' }, clock.now()),
        )
      }
      const { desktop, mobile } = LOOK_DEFAULTS
      const rule = (pictureFileId: FileId | undefined): InvitationRule => ({
        ...RULE,
        looks: {
          desktop: { ...desktop, pictureFileId: pictureFileId ?? null, entries: ['chat-web', 'chat-im'] },
          mobile: { ...mobile, entries: ['chat-im'] },
        },
      })
      expect(await configure({ rules: [rule(theirs)] })).toMatchObject({ code: 'picture-unusable' })
      await configure({ rules: [rule(picture)] })
      await arrive(1)
      await view()
      clock.advance(20_000)
      // No entry for accounts is there yet.
      const first = (await beat()).invitation
      expect(first).toMatchObject({ pictureUrl: `/widget/picture/${WIDGET}/picture`, web: true, imUrl: null })
      await beat({ answer: { id: first?.id ?? ('' as never), accepted: false, elsewhere: false } })

      const id = 'for-accounts' as WidgetId
      const target = { kind: 'group', groupId: GROUP } as const
      await run(agent(1), 'widget.save', {
        ...WIDGET_DEFAULTS,
        type: 'chat-im',
        id,
        version: null,
        name: 'IM',
        title: '',
        target,
      })
      const other = 'd'.repeat(32)
      await desk.beat(
        {
          widget: WIDGET,
          key: other,
          page: { url: 'https://shop.example/', title: '', referrer: '', mobile: true, visit: 1 },
        },
        FROM,
        NEVER,
      )
      const onPage = await customer('访客')
      await desk.arrived(onPage, helloOf(other), FROM.address)
      clock.advance(20_000)
      const { invitation } = await beat({}, other)
      expect(invitation).toMatchObject({ pictureUrl: null, web: false, imUrl: `/chat/${id}` })
      await beat({ answer: { id: invitation?.id ?? ('' as never), accepted: true, elsewhere: true } }, other)
      expect(await openSessionOf(db, ORGANIZATION, onPage.conversationId)).toBeUndefined()
      const withAccount = await customer('会员')
      await desk.arrived(withAccount, helloOf(other), FROM.address)
      const open = await openSessionOf(db, ORGANIZATION, withAccount.conversationId)
      expect(open?.session).toMatchObject({ handlerId: 'agent-1', initiator: 'customer' })
      expect(book.of(ORGANIZATION, withAccount.conversationId)).toMatchObject({ state: 'in-session' })
    })
  })
})

it('R-02-311 an address is shown without the part that names a household', () => {
  expect(maskedAddress('116.20.3.4')).toBe('116.20.*.*')
  expect(maskedAddress('2001:db8:1:2::7')).toBe('2001:db8:*')
  expect(maskedAddress('::1')).toBe('*')
})
