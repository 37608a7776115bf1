import { expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { createIds } from '../../base/ids.ts'
import { silentLogger } from '../../base/logger.ts'
import { ok, refuse } from '../../base/result.ts'
import type { ConversationId, OrganizationId, WidgetId } from '../../protocol/model/index.ts'
import type { Engine, InternalCommands } from '../engine/types.ts'
import { createVisitBook } from './visitBook.ts'
import { createVisitNotes } from './visitNotes.ts'

type Noted = InternalCommands['visits.note']['args']['visits'][number]

it('writes what customers looked at, each page once with its count, and of nobody who has not written', async () => {
  const clock = createTestClock()
  const book = createVisitBook({ clock, ids: createIds(clock) })
  const noted: Noted[] = []
  let works = false
  const runInternal = async (_organizationId: OrganizationId, _name: string, args: unknown) => {
    if (!works) return refuse('unavailable')
    noted.push(...(args as InternalCommands['visits.note']['args']).visits)
    return ok({})
  }
  const engine = { runInternal } as unknown as Engine
  const notes = createVisitNotes({ book, engine, clock, log: silentLogger })
  const organizationId = 'org-1' as OrganizationId
  const look = (visitor: string, url: string) =>
    book.view(organizationId, {
      visitor,
      widgetId: 'widget-1' as WidgetId,
      url,
      title: url,
      mobile: false,
      browser: '',
      number: 2,
      source: { kind: 'direct', host: '', words: '', campaign: {} },
      address: '',
    })
  notes.start()
  const visit = look('known', '/a')
  look('unknown', '/a')
  clock.advance(1)
  look('known', '/b')
  look('known', '/a')
  book.link(organizationId, visit, 'talk-1' as ConversationId)
  await clock.advanceAsync(10_000)
  expect(noted).toEqual([])
  works = true
  await clock.advanceAsync(10_000)
  expect(noted).toMatchObject([
    {
      conversationId: 'talk-1',
      record: {
        number: 2,
        pages: [
          { url: '/b', views: 1 },
          { url: '/a', views: 2 },
        ],
      },
    },
  ])
  await clock.advanceAsync(20_000)
  expect(noted).toHaveLength(1)
  look('known', '/c')
  await notes.stop()
  expect(noted.at(-1)?.record.pages.at(-1)).toMatchObject({ url: '/c' })
  book.stop()
})
