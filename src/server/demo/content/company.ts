/**
 * The demonstration company: Qimu Home, a shop for coffee equipment and home appliances.
 *
 * Ids are fixed words, so that screenshots, tests and the scripted customers can name what they mean.
 */
import { ROLE_PRESETS } from '../../../domain/permissions/rolePresets.ts'
import {
  CONDITION_DEFAULTS,
  GROUP_DEFAULTS,
  RECEPTION_DEFAULTS,
  INVITATION_DEFAULTS,
  LOOK_DEFAULTS,
  SURVEY_DEFAULTS,
  WIDGET_DEFAULTS,
} from '../../../protocol/model/index.ts'
import {
  AgentId,
  DepartmentId,
  GroupId,
  InvitationRuleId,
  OrganizationId,
  RoleId,
  TagId,
  TopicId,
  WidgetId,
} from '../../../protocol/model/index.ts'
import type {
  Agent,
  Department,
  InvitationLook,
  InvitationSettings,
  Organization,
  Permission,
  ReceptionGroup,
  Role,
  Survey,
  Tag,
  TopicList,
  Widget,
} from '../../../protocol/model/index.ts'

export const organization: Organization = {
  id: OrganizationId.parse('qimu-home'),
  name: '栖木家居 Qimu Home',
  timeZone: 'Asia/Shanghai',
  language: 'zh-CN',
  policy: 'least-load',
  capacity: 10,
  waitingLimitMs: 120_000,
  reception: RECEPTION_DEFAULTS,
  profile: {
    introduction: '栖木家居：灯具、家具与咖啡器具，设计与服务都在杭州。',
    address: '杭州市西湖区示例路 8 号',
    phone: '400-000-0000',
    email: 'service@qimu.example',
    site: 'https://qimu.example',
    privacy: 'https://qimu.example/privacy',
  },
  version: 1,
}

/** Asked at the end of each session; the words are the product's, so that everybody reads them in their own language. */
export const survey: Survey = {
  ...SURVEY_DEFAULTS,
  on: true,
  card: {
    ...SURVEY_DEFAULTS.card,
    stars: [
      ['回复太慢', '态度不好', '没有帮上忙'],
      ['回复太慢', '没有听懂我的问题'],
      ['回复有点慢', '说明不够清楚'],
      ['回复很快', '讲解清楚', '很耐心'],
      ['回复很快', '讲解清楚', '很耐心', '很专业'],
    ].map((tags) => ({ word: '', tags })),
  },
  version: 1,
}

export const departments: readonly Department[] = [
  department('care', null, '客户体验中心', 1),
  department('presales', 'care', '售前顾问', 2),
  department('aftersales', 'care', '售后服务', 3),
  department('logistics', 'care', '物流与安装', 4),
  department('quality', 'care', '服务质检', 5),
  department('operations', null, '运营管理', 6),
]

export const roles: readonly Role[] = [
  ...ROLE_PRESETS.map(({ key, names, permissions }) => role(key, names['zh-CN'], permissions)),
  role('admin', '管理员', [
    'admin',
    'client.sign-in',
    'reception.groups',
    'reception.routing',
    'reception.widgets',
    'reception.invitations',
    'reception.bots',
    'main-account.auto-accept',
    'api.manage',
    'quickreply.company',
    'customer.config',
    'customer.edit',
    'records.view',
    'records.export',
  ]),
]

/** Whose desk the workbench of the demonstration is. */
export const DESK_AGENT = AgentId.parse('lin-zhixia')
/** A second desk, to try a colleague in another browser. */
export const SECOND_AGENT = AgentId.parse('zhou-yuan')
export const SUPER_ADMIN = AgentId.parse('root')

export const agents: readonly Agent[] = (
  [
    ['root', 'root', '系统管理员', '系统管理员', 'operations', []],
    ['lin-zhixia', 'lin.zhixia', '林知夏', '知夏', 'aftersales', ['supervisor', 'admin']],
    ['zhou-yuan', 'zhou.yuan', '周予安', '予安', 'aftersales', ['agent']],
    ['chen-ke', 'chen.ke', '陈可', '可可', 'presales', ['agent']],
    ['su-wanqing', 'su.wanqing', '苏晚晴', '晚晴', 'presales', ['agent']],
    ['he-jiayan', 'he.jiayan', '何嘉言', '嘉言', 'presales', ['agent']],
    ['grace-liu', 'grace.liu', '刘恩慈', 'Grace', 'presales', ['agent']],
    ['wu-tong', 'wu.tong', '吴桐', '梧桐', 'aftersales', ['agent']],
    ['xu-yinuo', 'xu.yinuo', '许一诺', '一诺', 'aftersales', ['agent']],
    ['gu-qing', 'gu.qing', '顾清', '小顾', 'logistics', ['agent']],
    ['ma-chuan', 'ma.chuan', '马川', '川川', 'logistics', ['agent']],
    ['jiang-yingxue', 'jiang.yingxue', '江映雪', '映雪', 'presales', ['supervisor']],
    ['zhao-beichen', 'zhao.beichen', '赵北辰', '北辰', 'quality', ['quality-inspector']],
  ] as const
).map(([id, account, name, outwardName, departmentId, roleIds], index) => ({
  id: AgentId.parse(id),
  account,
  number: index + 1,
  name,
  outwardName,
  avatarFileId: null,
  departmentId: DepartmentId.parse(departmentId),
  roleIds: roleIds.map((roleId) => RoleId.parse(roleId)),
  capacity: id === 'xu-yinuo' ? 6 : null,
  superAdmin: id === 'root',
  disabled: false,
}))

export const MAIN_GROUP = GroupId.parse('main')
export const PRESALES_GROUP = GroupId.parse('presales')
export const LOGISTICS_GROUP = GroupId.parse('logistics')

export const groups: readonly ReceptionGroup[] = [
  group(MAIN_GROUP, '在线客服', ['lin-zhixia', 'zhou-yuan', 'wu-tong', 'xu-yinuo']),
  group(PRESALES_GROUP, '售前顾问', ['chen-ke', 'su-wanqing', 'he-jiayan', 'grace-liu', 'jiang-yingxue']),
  group(LOGISTICS_GROUP, '物流与安装', ['gu-qing', 'ma-chuan']),
]

/** The entry on the shop page, and two others whose groups have nobody at the desk: their customers wait in the pool. */
const WELCOME = '您好，欢迎来到栖木家居。说说您遇到的问题，或直接发订单号，我们马上看。English is fine, too.'

/** On the shop, on the pages of the showrooms, and printed on the delivery note. */
export const widgets = [
  {
    id: WidgetId.parse('qimu-shop'),
    groupId: MAIN_GROUP,
    look: { color: '#2f4a3d', title: '栖木在线客服', name: '商城' },
  },
  {
    id: WidgetId.parse('qimu-presales'),
    groupId: PRESALES_GROUP,
    look: { color: '#15803d', title: '选购顾问', text: '帮您挑咖啡机', style: 'card', name: '门店页面' },
  },
  {
    id: WidgetId.parse('qimu-delivery'),
    groupId: LOGISTICS_GROUP,
    look: { color: '#0b6e99', title: '配送与安装', place: 'link', name: '送货单二维码' },
  },
  {
    id: WidgetId.parse('qimu-members'),
    groupId: MAIN_GROUP,
    look: { type: 'chat-im', color: '#9d2c5b', title: '会员专线', place: 'link', name: '会员卡二维码' },
  },
] as const

export const widgetsAt = (at: number): readonly Widget[] =>
  widgets.map(({ id, groupId, look }) => ({
    ...WIDGET_DEFAULTS,
    ...look,
    id,
    welcome: WELCOME,
    target: { kind: 'group', groupId },
    ownerId: null,
    updatedBy: null,
    updatedAt: at,
    version: 1,
  }))

export const tags: readonly Tag[] = (
  [
    ['loyal', '客户身份', '老客户', 'blue'],
    ['member', '客户身份', '栖木会员', 'orange'],
    ['cafe', '客户身份', '咖啡馆', 'purple'],
    ['business', '客户身份', '企业采购', 'purple'],
    ['overseas', '客户身份', '海外', 'blue'],
    ['hot', '购买意向', '高意向', 'green'],
    ['comparing', '购买意向', '比价中', 'orange'],
    ['later', '购买意向', '暂无计划', 'grey'],
    ['complaint', '服务关注', '投诉中', 'red'],
    ['call-back', '服务关注', '需回访', 'orange'],
    ['install', '服务关注', '待安装', 'blue'],
    ['compensated', '服务关注', '已补偿', 'green'],
    ['espresso', '兴趣', '意式', 'grey'],
    ['filter', '兴趣', '手冲', 'grey'],
  ] as const
).map(([id, groupName, name, color], position) => ({
  id: TagId.parse(id),
  groupName,
  name,
  color,
  position,
}))

const LOOK: InvitationLook = { ...LOOK_DEFAULTS.desktop, color: '#2f4a3d' }

/** Agents may invite by hand, and whoever reads a page for long is asked. */
export const invitations: InvitationSettings = {
  ...INVITATION_DEFAULTS,
  visitorList: true,
  manual: true,
  manualLooks: { desktop: LOOK, mobile: { ...LOOK, style: 'bar' } },
  rules: [
    {
      id: InvitationRuleId.parse('long-look'),
      name: '浏览较久',
      on: true,
      receiver: { kind: 'group', groupId: MAIN_GROUP },
      conditions: { ...CONDITION_DEFAULTS, seconds: 90 },
      againMinutes: 24 * 60,
      looks: { desktop: LOOK, mobile: { ...LOOK, style: 'bar' } },
    },
  ],
  version: 1,
}

/** What sessions are about: by kind of question, so that a month of them says what to mend. */
export const topics: TopicList = {
  on: true,
  required: false,
  version: 1,
  topics: (
    [
      ['buying', '选购咨询', ['产品推荐', '规格参数', '价格与优惠', '库存到货', '企业采购']],
      ['order', '订单', ['修改订单', '取消订单', '支付问题', '开发票']],
      ['delivery', '配送与安装', ['物流进度', '预约安装', '包裹破损', '海外配送']],
      ['use', '使用指导', ['开箱安装', '操作方法', '清洁保养', '冲煮建议']],
      ['service', '售后服务', ['故障维修', '退货退款', '换货', '配件补寄', '投诉建议']],
      ['other', '其他', []],
    ] as const
  ).flatMap(([id, name, below]) => [
    { id: TopicId.parse(id), parentId: null, name, removed: false },
    ...below.map((second, index) => ({
      id: TopicId.parse(`${id}-${index + 1}`),
      parentId: TopicId.parse(id),
      name: second,
      removed: false,
    })),
  ]),
}

function department(id: string, parentId: string | null, name: string, position: number): Department {
  return {
    id: DepartmentId.parse(id),
    parentId: parentId === null ? null : DepartmentId.parse(parentId),
    name,
    position,
  }
}

function role(id: string, name: string, permissions: readonly Permission[]): Role {
  return { id: RoleId.parse(id), name, permissions: [...permissions] }
}

function group(id: GroupId, name: string, memberIds: string[]): ReceptionGroup {
  return {
    id,
    name,
    memberIds: memberIds.map((memberId) => AgentId.parse(memberId)),
    main: id === MAIN_GROUP,
    ...GROUP_DEFAULTS,
  }
}
