import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  WIDGET,
} from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import {
  NO_PROFILE,
  WIDGET_DEFAULTS,
  type AgentId,
  type FileId,
  type GroupId,
  type WidgetId,
} from '../../../protocol/model/index.ts'
import { auditEntriesOf } from '../../db/auditEntries.ts'
import { insertFile } from '../../db/files.ts'
import { openSessionOf } from '../../db/sessions.ts'
import { activeWidgetsOf, findWidget, widgetsOf } from '../../db/widgets.ts'

const NEW = 'widget-new' as WidgetId
const permissions = ['reception.widgets', 'reception.groups'] as const
const wanted = (more: Partial<CommandArgs<'widget.save'>> = {}): CommandArgs<'widget.save'> => ({
  ...WIDGET_DEFAULTS,
  id: NEW,
  version: null,
  name: '官网',
  title: '在线咨询',
  target: { kind: 'group', groupId: GROUP },
  ...more,
})

describeDatabases('entry points', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-026 R-02-028 an entry is made, changed and deleted, with its last editor, and leaves audit entries', async () => {
    await withReception({ permissions }, async ({ db, done, run, agent, clock }) => {
      const made = await done(agent(1), 'widget.save', wanted({ origins: ['Shop.example'] }))
      expect(made.widget).toMatchObject({
        ownerId: 'agent-1',
        updatedBy: 'agent-1',
        updatedAt: clock.now(),
        version: 1,
        origins: ['https://shop.example'],
      })
      const saved = await done(agent(2), 'widget.save', wanted({ version: 1, title: '联系我们' }))
      expect(saved.widget).toMatchObject({ ownerId: 'agent-1', updatedBy: 'agent-2', version: 2 })
      expect(await widgetsOf(db, ORGANIZATION)).toContainEqual(saved.widget)
      expect(await run(agent(1), 'widget.save', wanted({ version: 1 }))).toMatchObject({ code: 'conflict' })
      expect(await run(agent(1), 'widget.delete', { id: NEW, version: 1 })).toMatchObject({
        code: 'conflict',
      })
      await done(agent(1), 'widget.delete', { id: NEW, version: 2 })
      expect((await widgetsOf(db, ORGANIZATION)).map(({ id }) => id)).toEqual([WIDGET])
      expect(await findWidget(db, NEW)).toMatchObject({ deleted: true, company: '栖木' })
      // A printed code stays closed: nobody gets the id again.
      expect(await run(agent(1), 'widget.save', wanted())).toMatchObject({ code: 'conflict' })
      const actions = (await auditEntriesOf(db, ORGANIZATION, 10)).map(({ action }) => action)
      expect(actions.toSorted()).toEqual(['widget.delete', 'widget.save', 'widget.save'])
    })
  })

  it('R-02-029 an entry is invalid while its owner is disabled, and works again when somebody takes it over', async () => {
    await withReception({ permissions }, async ({ db, done, agent }) => {
      await done(agent(1), 'widget.save', wanted())
      const active = async (): Promise<string[]> =>
        (await activeWidgetsOf(db, ORGANIZATION)).map(({ id }) => id).toSorted()
      const setDisabled = async (flag: 0 | 1): Promise<void> =>
        db.transaction(async (tx) => {
          await tx.run(sql`update agents set disabled = ${flag} where id = 'agent-1'`)
        })
      expect((await findWidget(db, NEW))?.invalid).toBe(false)
      await setDisabled(1)
      expect((await findWidget(db, NEW))?.invalid).toBe(true)
      expect(await active()).toEqual([WIDGET])
      await setDisabled(0)
      expect(await active()).toEqual([WIDGET, NEW].toSorted())
      await setDisabled(1)
      const taken = await done(agent(2), 'widget.take-over', { id: NEW, version: 1 })
      expect(taken.widget).toMatchObject({ ownerId: 'agent-2', version: 2 })
      expect((await findWidget(db, NEW))?.invalid).toBe(false)
    })
  })

  it('R-02-039 the way a customer came is kept with the session, and a later direct visit does not undo it', async () => {
    await withReception({}, async ({ db, engine, arrive, customer, write }) => {
      await arrive(1)
      const visitor = await customer('甲')
      const source = { kind: 'campaign', host: '', words: '', campaign: { source: 'mail' } } as const
      const again = async (by: typeof source | { kind: 'direct' }): Promise<void> => {
        await engine.runInternal(ORGANIZATION, 'identity.open', {
          widgetId: WIDGET,
          keyHash: (await db.get<{ key: string }>(sql`select key_hash as key from identities`))?.key ?? '',
          source: { host: '', words: '', campaign: {}, ...by },
          language: 'en',
        })
      }
      await again(source)
      await again({ kind: 'direct' })
      await write(visitor, '你好')
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      expect(open?.session.source).toEqual(source)
    })
  })

  // Nothing new is asked of the database from here on.
  if (databases.driver !== 'sqlite') return

  it('refuses what is not there, not allowed or cannot be understood', async () => {
    await withReception({ permissions }, async ({ db, run, done, agent, clock }) => {
      const refusal = async (more: Partial<CommandArgs<'widget.save'>>): Promise<string> => {
        const outcome = await run(agent(1), 'widget.save', wanted(more))
        return outcome.ok ? 'ok' : outcome.code
      }
      expect(await refusal({ title: '九个字就太长了吧嗯' })).toBe('invalid')
      expect(await refusal({ text: '两行\n文字' })).toBe('invalid')
      expect(await refusal({ name: '' })).toBe('invalid')
      expect(await refusal({ color: 'red' })).toBe('invalid')
      expect(await refusal({ target: { kind: 'group', groupId: 'none' as GroupId } })).toBe(
        'receiver-unavailable',
      )
      expect(await refusal({ target: { kind: 'agent', agentId: 'none' as AgentId } })).toBe(
        'receiver-unavailable',
      )
      expect(await refusal({ selectors: ['a{}'] })).toBe('selector-unusable')
      expect(await refusal({ origins: ['https://x; script-src *'] })).toBe('origin-unusable')
      const picture = async (id: string, kind: 'agent' | 'customer', bytes: number): Promise<void> => {
        const file = { id: id as FileId, name: 'a.png', mime: 'image/png', bytes, width: 10, height: 10 }
        await db.transaction((tx) =>
          insertFile(tx, ORGANIZATION, { file, sha256: id }, { kind, id: 'agent-1' }, clock.now()),
        )
      }
      await picture('mine', 'agent', 1000)
      await picture('large', 'agent', 2 * 1024 * 1024 + 1)
      await picture('theirs', 'customer', 1000)
      for (const id of ['none', 'large', 'theirs']) {
        expect(await refusal({ avatarFileId: id as FileId })).toBe('picture-unusable')
      }
      const { widget } = await done(
        agent(1),
        'widget.save',
        wanted({ avatarFileId: 'mine' as FileId, selectors: ['help', '#help'] }),
      )
      expect(widget.selectors).toEqual(['#help'])
    })
    await withReception({}, async ({ run, agent }) => {
      expect(await run(agent(1), 'widget.save', wanted())).toMatchObject({ code: 'forbidden' })
      expect(await run(agent(1), 'widget.delete', { id: WIDGET, version: 1 })).toMatchObject({
        code: 'forbidden',
      })
    })
  })

  it('what arrives at a deleted entry goes to the main group, and its receiver can be deleted', async () => {
    await withReception({ permissions }, async ({ db, done, agent, arrive, customer, write }) => {
      await arrive(1)
      const visitor = await customer('乙')
      const target = { kind: 'group', groupId: OTHER_GROUP } as const
      await done(agent(1), 'widget.save', wanted({ id: WIDGET, version: 1, target }))
      await done(agent(1), 'widget.delete', { id: WIDGET, version: 2 })
      await done(agent(1), 'group.remove', { id: OTHER_GROUP, version: 1 })
      await write(visitor, '你好')
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      expect(open?.session.target).toEqual({ kind: 'group', groupId: GROUP })
    })
  })

  it('R-18-012 what the company says of itself is saved once, whoever was first', async () => {
    await withReception({ permissions }, async ({ db, done, run, agent }) => {
      const profile = { ...NO_PROFILE, phone: '400-000-0000' }
      await done(agent(1), 'organization.describe', { profile, version: 1 })
      expect(await run(agent(2), 'organization.describe', { profile, version: 1 })).toMatchObject({
        code: 'conflict',
      })
      expect((await findWidget(db, WIDGET))?.profile).toEqual(profile)
    })
  })
})
