import { WIDGET_DEFAULTS } from '../../src/protocol/model/index.ts'
import type { SessionTarget, Widget, WidgetId } from '../../src/protocol/model/index.ts'

/** An entry point as the set-up makes it. */
export const widgetRow = (id: WidgetId, target: SessionTarget, at: number): Widget => ({
  ...WIDGET_DEFAULTS,
  id,
  name: '商城',
  title: '在线客服',
  welcome: '您好',
  target,
  ownerId: null,
  updatedBy: null,
  updatedAt: at,
  version: 1,
})
