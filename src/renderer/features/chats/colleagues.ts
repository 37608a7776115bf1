import { fitsPinyin } from '../../../domain/search/pinyin.ts'
import type { Agent, AgentId, Department, DepartmentId } from '../../../protocol/model/index.ts'

/** Colleagues of one department; null: those in none. */
export interface ColleagueSection {
  readonly department: Department | null
  readonly agents: readonly Agent[]
}

/** Everybody else under their departments, by name, whom a text finds: a part of the name, its initials, or the account. */
export const colleagueSections = (
  agents: readonly Agent[],
  departments: readonly Department[],
  text: string,
  without: ReadonlySet<AgentId>,
): readonly ColleagueSection[] => {
  const wanted = text.trim().toLowerCase()
  const found = agents
    .filter(({ id, superAdmin }) => !superAdmin && !without.has(id))
    .filter(
      ({ name, account }) =>
        name.toLowerCase().includes(wanted) ||
        account.toLowerCase().includes(wanted) ||
        fitsPinyin(name, wanted),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN') || a.number - b.number)
  const known = new Set(departments.map(({ id }) => id))
  const byDepartment = Map.groupBy(found, ({ departmentId }): DepartmentId | null =>
    departmentId !== null && known.has(departmentId) ? departmentId : null,
  )
  return [...departments, null]
    .map((department) => ({ department, agents: byDepartment.get(department?.id ?? null) ?? [] }))
    .filter((section) => section.agents.length > 0)
}
