import { expect, it } from 'vitest'

import { Permission, type RoleId } from '../../protocol/model/index.ts'
import { permissionsOf } from './permissionsOf.ts'

const roles = new Map([
  ['a', { permissions: ['chat.external', 'customer.edit'] as Permission[] }],
  ['b', { permissions: ['customer.edit', 'records.view'] as Permission[] }],
])
const agent = { roleIds: ['a', 'b', 'gone'] as RoleId[], superAdmin: false, disabled: false }

it('is all that the roles allow together', () => {
  expect([...permissionsOf(agent, roles)].toSorted()).toEqual([
    'chat.external',
    'customer.edit',
    'records.view',
  ])
})

it('R-01-003 the super admin holds every permission', () => {
  expect(permissionsOf({ ...agent, superAdmin: true }, roles).size).toBe(Permission.options.length)
})

it('a disabled account holds none', () => {
  expect(permissionsOf({ ...agent, superAdmin: true, disabled: true }, roles).size).toBe(0)
})
