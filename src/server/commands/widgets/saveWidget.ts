import { ok, refuse } from '../../../base/result.ts'
import { originOf } from '../../../domain/widgets/origins.ts'
import { selectorOf } from '../../../domain/widgets/selectors.ts'
import type { FileId, SessionTarget, Widget, WidgetPlan } from '../../../protocol/model/index.ts'
import { findWidget, insertWidget, saveWidget as saveRow } from '../../db/widgets.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Handler } from '../handler.ts'
import { areOwnPictures } from './areOwnPictures.ts'

export const saveWidget: Handler<'widget.save'> = async (work, principal, { version, ...plan }) => {
  const found = await findWidget(work.tx, plan.id)
  // An id of another organisation, or of a deleted entry, is as good as taken.
  const taken = found && (found.organizationId !== work.organizationId || found.deleted)
  const before = taken ? undefined : found?.widget
  if (taken || (before?.version ?? null) !== version) {
    return refuse('conflict', before ? { version: before.version } : {})
  }
  const directory = await work.directory()
  if (!isReceiver(directory, plan.target)) return refuse('receiver-unavailable')
  if (plan.botId && !directory.bots.has(plan.botId)) return refuse('bot-missing')
  if (plan.routerId && !directory.routers.has(plan.routerId)) return refuse('router-missing')
  const selectors = plan.selectors.map((text) => selectorOf(text))
  if (!areGood(selectors)) return refuse('selector-unusable')
  const origins = plan.origins.map((text) => originOf(text))
  if (!areGood(origins)) return refuse('origin-unusable')
  if (!(await areOwnPictures(work, filesOf(plan), before ? filesOf(before) : [])))
    return refuse('picture-unusable')

  const widget: Widget = {
    ...plan,
    selectors: [...new Set(selectors)],
    origins: [...new Set(origins)],
    ownerId: before ? before.ownerId : principal.agentId,
    updatedBy: principal.agentId,
    updatedAt: work.now,
    version: (before?.version ?? 0) + 1,
  }
  await (before ? saveRow : insertWidget)(work.tx, work.organizationId, widget)
  work.publish('org', 'widget.changed', { widget })
  return ok({ widget })
}

const areGood = (texts: readonly (string | null)[]): texts is readonly string[] => !texts.includes(null)

const isReceiver = ({ groups, agents }: Directory, target: SessionTarget): boolean => {
  if (target.kind === 'group') return groups.has(target.groupId)
  const known = agents.get(target.agentId)
  return known !== undefined && !known.agent.disabled && known.permissions.has('reception.receive')
}

const filesOf = ({ avatarFileId, web, h5 }: WidgetPlan): FileId[] =>
  [avatarFileId, web.pictureFileId, h5.pictureFileId].filter((id) => id !== null)
