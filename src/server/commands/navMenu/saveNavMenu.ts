import { ok, refuse, type Refusal } from '../../../base/result.ts'
import { isOverLimit, navIds, navProblems, type NavProblem } from '../../../domain/navMenu/problems.ts'
import type { NavMenu, NavMenuPlan } from '../../../protocol/model/index.ts'
import { navMenuOf, saveNavMenu as saveRow } from '../../db/navMenus.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { isReceiverIn } from '../sessions/transferTarget.ts'

export const saveNavMenu: Handler<'nav-menu.save'> = async (
  work,
  _principal,
  { account, draft, version },
) => {
  const before = await navMenuOf(work.tx, work.organizationId, account)
  if (before.version !== version) return refuse('conflict', { version: before.version })
  const ids = navIds(draft)
  if (new Set(ids).size < ids.length) return refuse('invalid', { path: 'draft' })
  const [problem] = (await problemsOf(work, draft)).filter(isOverLimit)
  if (problem) return refuseEntry(problem)
  return ok({ navMenu: await save(work, { ...before, draft, version: version + 1 }) })
}

export const publishNavMenu: Handler<'nav-menu.publish'> = async (work, _principal, { account, version }) => {
  const before = await navMenuOf(work.tx, work.organizationId, account)
  if (before.version !== version) return refuse('conflict', { version: before.version })
  const [problem] = await problemsOf(work, before.draft)
  if (problem) return refuseEntry(problem)
  const published = { published: before.draft, publishedAt: work.now }
  return ok({ navMenu: await save(work, { ...before, ...published, version: version + 1 }) })
}

const problemsOf = async (work: Work, plan: NavMenuPlan): Promise<readonly NavProblem[]> => {
  const directory = await work.directory()
  return navProblems(plan, directory.organization.language, (target) => isReceiverIn(directory, target))
}

const refuseEntry = ({ kind, entry }: NavProblem): Refusal<'menu-entry'> =>
  refuse('menu-entry', { problem: kind, entry })

const save = async (work: Work, navMenu: NavMenu): Promise<NavMenu> => {
  await saveRow(work.tx, work.organizationId, navMenu)
  work.publish('org', 'nav-menu.changed', { navMenu })
  return navMenu
}
