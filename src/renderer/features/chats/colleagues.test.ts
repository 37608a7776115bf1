import { expect, it } from 'vitest'

import type { Agent, AgentId, Department, DepartmentId } from '../../../protocol/model/index.ts'
import { colleagueSections } from './colleagues.ts'

const agent = (id: string, name: string, departmentId: string | null, more: Partial<Agent> = {}): Agent =>
  ({ id, account: id, name, number: 1, superAdmin: false, departmentId, ...more }) as Agent
const departments = [{ id: 'sales' as DepartmentId, name: '售前' } as Department]
const agents = [
  agent('lin', '林知夏', 'sales'),
  agent('zhou', '周予安', null),
  agent('root', '管理员', null, { superAdmin: true }),
  agent('me', '我', 'sales'),
]
const found = (text: string): string[] =>
  colleagueSections(agents, departments, text, new Set(['me' as AgentId])).flatMap((section) =>
    section.agents.map(({ id }) => `${section.department?.name ?? '-'} ${id}`),
  )

it('colleagues stand under their departments, and are found by name, initials and account', () => {
  expect(found('')).toEqual(['售前 lin', '- zhou'])
  expect(found('lzx')).toEqual(['售前 lin'])
  expect(found('予')).toEqual(['- zhou'])
  expect(found('zhou')).toEqual(['- zhou'])
  expect(found('nobody')).toEqual([])
})
