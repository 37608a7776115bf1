import type { CustomRouter, RouterId } from '../../src/protocol/model/index.ts'

/** A router that is on; `more` is what the test is about. */
export const routerRow = (more: Partial<CustomRouter> = {}): CustomRouter => ({
  id: 'router-1' as RouterId,
  name: '工单系统',
  on: true,
  url: 'https://router.example.com/',
  limitMs: 1000,
  strict: false,
  fields: ['type', 'tags', 'owner'],
  version: 1,
  ...more,
})
