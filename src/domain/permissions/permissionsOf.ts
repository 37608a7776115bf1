import { Permission, type Agent, type Role } from '../../protocol/model/index.ts'

/** What an agent may do: everything their roles allow; the super admin everything; who is disabled nothing. */
export const permissionsOf = (
  agent: Pick<Agent, 'roleIds' | 'superAdmin' | 'disabled'>,
  rolesById: ReadonlyMap<string, Pick<Role, 'permissions'>>,
): ReadonlySet<Permission> => {
  if (agent.disabled) return new Set()
  if (agent.superAdmin) return new Set(Permission.options)
  return new Set(agent.roleIds.flatMap((id) => rolesById.get(id)?.permissions ?? []))
}
