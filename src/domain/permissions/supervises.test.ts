import { expect, it } from 'vitest'

import type { Department, DepartmentId } from '../../protocol/model/index.ts'
import { supervises } from './supervises.ts'

const department = (id: string, parentId: string | null): Department =>
  ({ id, parentId, name: id, position: 1 }) as Department
const TREE = [department('care', null), department('sales', 'care'), department('ops', null)]
const of = (id: string | null, superAdmin = false) => ({
  departmentId: id as DepartmentId | null,
  superAdmin,
})

it('R-07-002 the own department includes those below it; the super admin and who stands above all see everybody', () => {
  expect(supervises(of('care'), of('care'), TREE)).toBe(true)
  expect(supervises(of('care'), of('sales'), TREE)).toBe(true)
  expect(supervises(of('sales'), of('care'), TREE)).toBe(false)
  expect(supervises(of('care'), of('ops'), TREE)).toBe(false)
  expect(supervises(of('care'), of(null), TREE)).toBe(false)
  expect(supervises(of('ops', true), of('care'), TREE)).toBe(true)
  expect(supervises(of(null), of('sales'), TREE)).toBe(true)
})

it('a tree that bites its tail has an end', () => {
  expect(supervises(of('ops'), of('a'), [department('a', 'b'), department('b', 'a')])).toBe(false)
})
