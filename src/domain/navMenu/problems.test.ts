import { expect, it } from 'vitest'

import { NO_NAV_MENU, type NavEntryId, type NavItem, type NavMenuPlan } from '../../protocol/model/index.ts'
import { findNavItem, isOverLimit, navProblems } from './problems.ts'

const item = (title: string, more: Partial<NavItem> = {}): NavItem => ({
  id: `id-${title}` as NavEntryId,
  title,
  action: { kind: 'text', text: '好的' },
  ...more,
})
const group = (title: string, items: NavItem[]): NavMenuPlan['entries'][number] => ({
  id: `id-${title}` as NavEntryId,
  title,
  items,
})
const problems = (more: Partial<NavMenuPlan>) =>
  navProblems({ ...NO_NAV_MENU.draft, ...more }, 'zh-CN', (target) => target.kind === 'group')
const many = (count: number): NavItem[] => Array.from({ length: count }, (_, index) => item(`第${index}项`))

it('R-02-176 a menu of 10 entries with 10 below each is right, one more or a longer text is named by its entry', () => {
  expect(problems({ entries: many(10).map(({ id }) => group(id, many(10))) })).toEqual([])
  expect(problems({ entries: many(11) })).toEqual([{ kind: 'too-many-entries', entry: '' }])
  expect(problems({ entries: [group('售后', many(11))] })).toEqual([
    { kind: 'too-many-items', entry: '售后' },
  ])
  expect(problems({ buttons: many(4) })).toEqual([{ kind: 'too-many-buttons', entry: '' }])
  expect(problems({ entries: [item('长'.repeat(17))] })).toEqual([
    { kind: 'title-long', entry: '长'.repeat(17) },
  ])
  expect(problems({ entries: [item('长'.repeat(16))] })).toEqual([])
  const text = { 'zh-CN': '字'.repeat(500), en: 'x'.repeat(1001) }
  const long = item('退货', { action: { kind: 'text', text } })
  expect(problems({ entries: [group('售后', [long])] })).toEqual([{ kind: 'text-long', entry: '退货' }])
  expect(problems({ welcome: '长'.repeat(201) }).every(isOverLimit)).toBe(true)
})

it('what is unfinished is named, and may be kept as a draft', () => {
  const target = { kind: 'agent', agentId: 'gone' } as never
  const found = problems({
    entries: [
      item('', {}),
      group('售后', [item('退货', { action: { kind: 'text', text: '' } })]),
      item('官网', { action: { kind: 'page', url: 'javascript:alert(1)' } }),
      item('后台', { action: { kind: 'page', url: 'https://me:secret@example.com' } }),
      item('商城', { action: { kind: 'page', url: 'https://example.com/a?b=1' } }),
    ],
    buttons: [
      item('专属客服', { action: { kind: 'person', target } }),
      item('人工', { action: { kind: 'person', target: null } }),
    ],
  })
  expect(found).toEqual([
    { kind: 'title-missing', entry: '1' },
    { kind: 'text-missing', entry: '退货' },
    { kind: 'page', entry: '官网' },
    { kind: 'page', entry: '后台' },
    { kind: 'receiver', entry: '专属客服' },
  ])
  expect(found.some(isOverLimit)).toBe(false)
})

it('an entry is found on either level and among the buttons, a group is not', () => {
  const plan = {
    ...NO_NAV_MENU.draft,
    entries: [item('一'), group('组', [item('二')])],
    buttons: [item('三')],
  }
  const found = ['一', '二', '三', '组', '四'].map((title) => findNavItem(plan, `id-${title}`)?.title)
  expect(found).toEqual(['一', '二', '三', undefined, undefined])
})
