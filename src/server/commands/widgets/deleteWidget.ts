import { ok, refuse } from '../../../base/result.ts'
import { markWidgetDeleted } from '../../db/widgets.ts'
import type { Handler } from '../handler.ts'
import { ownWidget } from './ownWidget.ts'

export const deleteWidget: Handler<'widget.delete'> = async (work, _principal, { id, version }) => {
  const widget = await ownWidget(work, id)
  if (!widget) return refuse('not-found')
  if (widget.version !== version) return refuse('conflict', { version: widget.version })
  await markWidgetDeleted(work.tx, work.organizationId, id, work.now)
  work.publish('org', 'widget.deleted', { id })
  return ok({})
}
