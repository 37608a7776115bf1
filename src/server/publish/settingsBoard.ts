import type { Logger } from '../../base/logger.ts'
import type { EventName } from '../../protocol/events/index.ts'
import type { OrganizationId, WidgetId } from '../../protocol/model/index.ts'
import type { WidgetSettings } from '../../protocol/wire/index.ts'
import type { Engine } from '../engine/types.ts'
import { nextTurn, type Outlet } from './outlet.ts'

/** Open chats learn at once what the company has changed about their entry: menu, welcome, colour, tools (R-02-035). */
export interface SettingsBoard {
  /** From now on the chat is told; the function returned ends it. */
  show(organizationId: OrganizationId, widgetId: WidgetId, outlet: Outlet): () => void
}

export interface SettingsBoardOptions {
  readonly engine: Pick<Engine, 'onCommitted'>
  /** Undefined: the entry is closed. */
  readonly read: (widgetId: WidgetId) => Promise<WidgetSettings | undefined>
  readonly log: Logger
}

/** Whatever chats are shown of follows from these. */
const EVENTS: ReadonlySet<EventName> = new Set([
  'nav-menu.changed',
  'widget.changed',
  'survey.changed',
  'organization.changed',
])
/** Chats that are told in one go, before others have a turn. */
const TOLD_A_TURN = 200

export const createSettingsBoard = ({ engine, read, log }: SettingsBoardOptions): SettingsBoard => {
  const shown = new Map<OrganizationId, Map<WidgetId, Set<Outlet>>>()

  const tell = async (widgetId: WidgetId, outlets: ReadonlySet<Outlet>): Promise<void> => {
    const settings = await read(widgetId)
    if (!settings) return
    const frame = JSON.stringify({ t: 'settings', settings })
    let told = 0
    for (const outlet of [...outlets]) {
      outlet.send(frame)
      told += 1
      if (told % TOLD_A_TURN === 0) await nextTurn()
    }
  }

  engine.onCommitted(({ organizationId, entries }) => {
    const entriesShown = shown.get(organizationId)
    if (!entriesShown) return
    const changed = entries.filter(({ event }) => EVENTS.has(event))
    if (changed.length === 0) return
    const only = changed.map(({ event, payload }) => (event === 'widget.changed' ? payload.widget.id : null))
    for (const [widgetId, outlets] of entriesShown) {
      if (!only.includes(null) && !only.includes(widgetId)) continue
      tell(widgetId, outlets).catch((error: unknown) => {
        log.warn('settings not told', { widgetId, error })
      })
    }
  })

  return {
    show: (organizationId, widgetId, outlet) => {
      const entriesShown = shown.get(organizationId) ?? new Map<WidgetId, Set<Outlet>>()
      shown.set(organizationId, entriesShown)
      const outlets = entriesShown.get(widgetId) ?? new Set()
      entriesShown.set(widgetId, outlets.add(outlet))
      return () => {
        outlets.delete(outlet)
        if (outlets.size === 0 && entriesShown.get(widgetId) === outlets) entriesShown.delete(widgetId)
        if (entriesShown.size === 0 && shown.get(organizationId) === entriesShown)
          shown.delete(organizationId)
      }
    },
  }
}
