import { expect, it } from 'vitest'

import { silentLogger } from '../../base/logger.ts'
import type { OrganizationId, WidgetId } from '../../protocol/model/index.ts'
import type { WidgetSettings } from '../../protocol/wire/index.ts'
import type { Committed } from '../engine/types.ts'
import type { Outlet } from './outlet.ts'
import { createSettingsBoard } from './settingsBoard.ts'

const ORGANIZATION = 'org-1' as OrganizationId

it('R-02-035 open chats learn at once what was changed about their entry, read once for all of them', async () => {
  let commit: (change: Committed) => void = () => undefined
  const reads: WidgetId[] = []
  const board = createSettingsBoard({
    engine: {
      onCommitted: (listener) => {
        commit = listener
        return () => undefined
      },
    },
    read: async (widgetId) => {
      reads.push(widgetId)
      return { title: widgetId as string } as WidgetSettings
    },
    log: silentLogger,
  })
  const told: string[] = []
  const open = (name: string, widgetId: string): (() => void) => {
    const outlet: Outlet = {
      open: true,
      send: () => told.push(name),
      drained: async () => undefined,
      bye: () => undefined,
    }
    return board.show(ORGANIZATION, widgetId as WidgetId, outlet)
  }
  const changed = async (event: string, payload: object): Promise<void> => {
    const entries = [{ event, payload }] as unknown as Committed['entries']
    commit({ organizationId: ORGANIZATION, revision: 1, entries, signals: [] })
    await new Promise((resolve) => setImmediate(resolve))
  }
  const leave = open('first', 'shop')
  open('second', 'shop')
  open('third', 'help')
  await changed('nav-menu.changed', {})
  expect(told).toEqual(['first', 'second', 'third'])
  expect(reads).toEqual(['shop', 'help'])
  leave()
  await changed('widget.changed', { widget: { id: 'shop' } })
  await changed('tag.changed', {})
  expect(told.slice(3)).toEqual(['second'])
})
