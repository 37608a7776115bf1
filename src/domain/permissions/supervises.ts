import type { Agent, Department } from '../../protocol/model/index.ts'

/**
 * Whether a supervisor answers for another agent: their department is the supervisor's, or below it (R-07-002).
 *
 * Who is in no department stands for the company itself, above all of them; the super admin sees everybody.
 */
export const supervises = (
  supervisor: Pick<Agent, 'departmentId' | 'superAdmin'>,
  agent: Pick<Agent, 'departmentId'>,
  departments: readonly Department[],
): boolean => {
  if (supervisor.superAdmin || supervisor.departmentId === null) return true
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  // Each is looked at once, whatever stands in the tree.
  for (let at = agent.departmentId; at !== null;) {
    if (at === supervisor.departmentId) return true
    const above = parents.get(at) ?? null
    parents.delete(at)
    at = above
  }
  return false
}
