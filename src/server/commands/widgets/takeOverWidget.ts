import { ok, refuse } from '../../../base/result.ts'
import { saveWidget } from '../../db/widgets.ts'
import type { Handler } from '../handler.ts'
import { ownWidget } from './ownWidget.ts'

export const takeOverWidget: Handler<'widget.take-over'> = async (work, { agentId }, { id, version }) => {
  const before = await ownWidget(work, id)
  if (!before) return refuse('not-found')
  if (before.version !== version) return refuse('conflict', { version: before.version })
  const widget = {
    ...before,
    ownerId: agentId,
    updatedBy: agentId,
    updatedAt: work.now,
    version: before.version + 1,
  }
  await saveWidget(work.tx, work.organizationId, widget)
  work.publish('org', 'widget.changed', { widget })
  return ok({ widget })
}
