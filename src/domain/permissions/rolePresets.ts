import type { Organization, Permission } from '../../protocol/model/index.ts'

export interface RolePreset {
  readonly key: 'supervisor' | 'agent' | 'quality-inspector'
  readonly names: Readonly<Record<Organization['language'], string>>
  readonly permissions: readonly Permission[]
}

/** The roles every organisation starts with (R-01-101), with the permissions of chapter 01 section 9. */
export const ROLE_PRESETS: readonly RolePreset[] = [
  {
    key: 'supervisor',
    names: { 'zh-CN': '主管', en: 'Supervisor' },
    permissions: [
      'client.sign-in',
      'client.layout',
      'chat.external',
      'ai.use',
      'reception.receive',
      'reception.transfer',
      'visitor.view',
      'visitor.invite',
      'quickreply.company',
      'block.company',
      'friend.add',
      'main-account.friends',
      'customer.edit',
      'customer.stage',
      'customer.timeline',
      'remark.private',
      'monitor.view',
      'monitor.force-transfer',
      'records.view',
      'records.search-all',
    ],
  },
  {
    key: 'agent',
    names: { 'zh-CN': '客服', en: 'Agent' },
    permissions: [
      'client.sign-in',
      'client.layout',
      'chat.external',
      'ai.use',
      'reception.receive',
      'reception.transfer',
      'visitor.view',
      'visitor.invite',
      'friend.add',
      'customer.edit',
      'customer.stage',
      'customer.timeline',
      'remark.private',
    ],
  },
  {
    key: 'quality-inspector',
    names: { 'zh-CN': '质检', en: 'Quality inspector' },
    permissions: ['client.sign-in', 'client.layout', 'customer.timeline', 'monitor.view', 'records.view'],
  },
]
