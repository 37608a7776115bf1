import type {
  ConversationRow,
  CurrentAccount,
  OrganizationView,
  OutboxItem,
  QuickReplyView,
  ScheduledRow,
} from '../../src/client/api.ts'
/**
 * A reception desk in a variable: customers, conversations and sessions as an agent would see them on a busy morning.
 * For looking at screens and testing them without a server; the product never imports it.
 */
import { newSession } from '../../src/domain/sessions/newSession.ts'
import {
  CUSTOMER_SETTINGS_DEFAULTS,
  GROUP_DEFAULTS,
  NO_TOPICS,
  NO_LANGUAGE_SERVICES,
  NO_COMPANY_THEME,
  NO_QUICK_ENTRIES,
  NO_RULES,
  NO_SETTING_DEFAULTS,
  RECEPTION_DEFAULTS,
  INVITATION_DEFAULTS,
  NO_GREETINGS,
  NO_NAV_MENU,
  SURVEY_DEFAULTS,
} from '../../src/protocol/model/index.ts'
import type {
  Agent,
  AgentSettings,
  CompanyTheme,
  AgentId,
  Conversation,
  ConversationId,
  Customer,
  CustomerId,
  ListEntry,
  Message,
  MessageBody,
  PoolEntry,
  Session,
  SessionId,
  SettingDefaults,
} from '../../src/protocol/model/index.ts'

/** Ids are branded; the desk makes its own. */
export const id = <T extends string>(text: string): T => text as T

export const ME = id<AgentId>('agent-me')
export const MINUTE = 60_000

export interface FakeConversation {
  conversation: Conversation
  customer: Customer
  session: Session | null
  entry: ListEntry
  messages: Message[]
  /** How many messages exist before the first one here. */
  older: number
  online: boolean
  typing: boolean
  draft: string
  waitingSince: number | null
}

export interface FakeDesk {
  now: number
  account: CurrentAccount
  organization: OrganizationView
  /** The organisation has come; what shows it has to wait otherwise. */
  loaded: boolean
  conversations: FakeConversation[]
  pool: PoolEntry[]
  outbox: OutboxItem[]
  scheduled: ScheduledRow[]
  /** Colleagues who look at the open conversation. */
  viewers: AgentId[]
  quickReplies: QuickReplyView[]
  settings: Record<string, unknown>
  agentSettings: AgentSettings
  settingDefaults: SettingDefaults
  companyTheme: CompanyTheme
  readonly themePictures: Map<string, Blob>
}

const agent = (number: number, key: string, name: string): Agent => ({
  id: id(key),
  account: key,
  number,
  name,
  outwardName: name,
  avatarFileId: null,
  departmentId: null,
  roleIds: [],
  capacity: null,
  superAdmin: false,
  disabled: false,
})

const PEOPLE = [
  ['吴彤', '茗山茶业', '上海', '请问我的订单什么时候能发货？'],
  ['Emma Clarke', 'Clarke & Sons', 'London', 'Could I change the delivery address of my order?'],
  ['李明轩', '', '广东深圳', '白茶礼盒还有货吗？想送长辈，麻烦推荐一款。'],
  ['', '', '北京', '你好'],
  ['赵雅琴', '云栖文化', '浙江杭州', '发票抬头写错了，能重开吗？'],
  ['Jean-Luc Moreau', '', 'Lyon', 'Merci, that answers my question.'],
  ['王建国', '建国贸易有限公司', '四川成都', '好的，谢谢您'],
  ['陈思涵', '', '福建厦门', '退款已经提交了，大概几天到账？'],
  ['Nguyễn Thị Hà', '', 'Hà Nội', 'Is the 40 cm teapot dishwasher safe?'],
  ['欧阳娜娜', '星河设计工作室', '江苏南京', '收到，辛苦'],
  ['刘洋', '', '湖北武汉', '我再看看，稍后联系您。'],
  ['孙晓', '', '陕西西安', '包裹外包装破损，里面的杯子碎了一个'],
  ['Oliver Brandt', 'Brandt GmbH', 'Hamburg', 'We would like to order 200 gift boxes for December.'],
  ['周芷若', '', '湖南长沙', '满 300 减 40 的券怎么用不了？'],
] as const

const TALK: readonly (readonly [by: 'customer' | 'agent', text: string])[] = [
  ['customer', '你好，我上周五下的单，订单号 20261113-8842'],
  ['agent', '您好，我是今天为您服务的陈涵，马上帮您查一下。'],
  ['customer', '好的'],
  ['customer', '是两盒「白毫银针」礼盒，备注了要开发票'],
  [
    'agent',
    '查到了：订单昨天下午已经出库，由顺丰承运，预计明天中午前送达。您可以在 https://track.example/s/SF1032884271 查看实时位置。',
  ],
  ['customer', '太好了，发票呢？'],
  ['agent', '电子发票会在签收后 24 小时内发到您的邮箱，抬头是「茗山茶业有限公司」，对吗？'],
  ['customer', '对的。另外想问一下，这款茶开封以后怎么保存比较好？家里比较潮。'],
  [
    'agent',
    '白茶建议密封、避光、防潮保存：\n1. 装进铝箔袋，排出空气后封口；\n2. 放进干燥的茶罐，远离厨房和香水等有味道的地方；\n3. 南方梅雨季可以在罐里放一小包食品干燥剂。\n不需要放冰箱。',
  ],
  ['customer', '明白了，谢谢！'],
]

export const createFakeDesk = (now: number = Date.now(), size: number = PEOPLE.length): FakeDesk => {
  const organization: OrganizationView = {
    organization: {
      id: id('org'),
      name: '青石茶舍',
      timeZone: 'Asia/Shanghai',
      language: 'zh-CN',
      policy: 'least-load',
      capacity: 10,
      waitingLimitMs: MINUTE,
      reception: RECEPTION_DEFAULTS,
      version: 1,
    },
    agents: [
      agent(1, ME, '陈涵'),
      agent(2, 'agent-lin', '林悦'),
      agent(3, 'agent-zhou', '周航'),
      agent(4, 'agent-mia', 'Mia Torres'),
    ],
    departments: [],
    quickEntries: NO_QUICK_ENTRIES,
    languageServices: NO_LANGUAGE_SERVICES,
    rules: NO_RULES,
    bots: [],
    routers: [],
    groups: [
      { id: id('group-main'), name: '售前咨询', memberIds: [ME], main: true, ...GROUP_DEFAULTS },
      { id: id('group-after'), name: '售后服务', memberIds: [ME], main: false, ...GROUP_DEFAULTS },
    ],
    survey: SURVEY_DEFAULTS,
    invitations: INVITATION_DEFAULTS,
    greetings: NO_GREETINGS,
    navMenu: NO_NAV_MENU,
    mainMenu: { ...NO_NAV_MENU, account: 'main' },
    customerSettings: CUSTOMER_SETTINGS_DEFAULTS,
    widgets: [],
    tags: [
      { id: id('tag-vip'), groupName: '客户等级', name: 'VIP', color: 'orange', position: 1 },
      { id: id('tag-new'), groupName: '客户等级', name: '首次购买', color: 'green', position: 2 },
      { id: id('tag-gift'), groupName: '意向', name: '企业礼品', color: 'blue', position: 3 },
      { id: id('tag-price'), groupName: '意向', name: '价格敏感', color: 'purple', position: 4 },
      { id: id('tag-refund'), groupName: '售后', name: '退款中', color: 'red', position: 5 },
    ],
    topics: NO_TOPICS,
  }
  const conversations = Array.from({ length: size }, (_, index) => fakeConversation(index, now))
  return {
    now,
    account: {
      state: 'signed-in',
      cause: null,
      account: {
        agentId: ME,
        organizationName: '青石茶舍',
        agentName: '陈涵',
        account: 'chenhan',
        server: 'https://desk.example',
      },
      me: {
        organizationId: id('org'),
        agentId: ME,
        permissions: [
          'client.sign-in',
          'chat.external',
          'reception.receive',
          'reception.transfer',
          'customer.edit',
          'customer.timeline',
        ],
        groupIds: [id('group-main'), id('group-after')],
      },
      remembered: [],
      notices: [],
    },
    organization,
    loaded: true,
    conversations,
    pool: POOL.map(([name, text, count, source, mine], index) => ({
      sessionId: id<SessionId>(`pool-${index}`),
      conversationId: id<ConversationId>(`pool-conversation-${index}`),
      customerId: id<CustomerId>(`pool-customer-${index}`),
      customerName: name,
      customerNumber: 2050 + index,
      ownerId: index === 1 ? id<AgentId>('agent-lin') : null,
      channel: index % 3 === 1 ? 'im' : 'web',
      source,
      target: mine
        ? { kind: 'agent', agentId: ME }
        : { kind: 'group', groupId: id(index % 2 ? 'group-after' : 'group-main') },
      priority: 5,
      waitingSince: now - (POOL.length - index) * 37_000,
      messageCount: count,
      lastText: text,
      lastAt: now - (POOL.length - index) * 30_000,
      version: 1,
    })),
    outbox: [],
    scheduled: [],
    viewers: [],
    quickReplies: REPLIES.map(([groupName, title, text], position) => ({
      id: id(`reply-${position}`),
      ownerId: position === 3 ? ME : null,
      groupName,
      title,
      texts: [text],
      files: [],
      position,
      version: 1,
      uses: 0,
      lastUsedAt: null,
    })),
    settings: {},
    agentSettings: { toured: true },
    settingDefaults: NO_SETTING_DEFAULTS,
    companyTheme: NO_COMPANY_THEME,
    themePictures: new Map(),
  }
}

const POOL: readonly (readonly [name: string, text: string, count: number, source: string, mine: boolean])[] =
  [
    ['', '在吗？有人吗', 3, 'baidu.com · 白茶 礼盒', false],
    ['何美玲', '上次的茶很好，想再来两盒', 1, '', true],
    ['Lucas Weber', 'Hi, do you ship to Germany?', 2, 'google.com', false],
    ['', '', 0, 'weibo.com', false],
    ['黄志强', '企业采购，需要 300 份伴手礼，能报个价吗？最好本周内给到方案', 4, '', false],
  ]

const REPLIES = [
  ['问候', '开场白', '您好，我是今天为您服务的客服，请问有什么可以帮您？'],
  ['物流', '发货时间', '工作日 16:00 前付款的订单当天发出，其余次日发出。'],
  ['物流', '运费', '满 99 元包邮，偏远地区除外。'],
  ['售后', '退款周期', '退款提交后 1–3 个工作日原路退回。'],
] as const

const fakeConversation = (index: number, now: number): FakeConversation => {
  const [name, company, region, last] = PEOPLE[index % PEOPLE.length] ?? ['', '', '', '']
  const conversationId = id<ConversationId>(`conversation-${index}`)
  const customerId = id<CustomerId>(`customer-${index}`)
  const sessionId = id<SessionId>(`session-${index}`)
  const running = index < 5
  const end = now - index * index * 13 * MINUTE - (index === 0 ? 20_000 : MINUTE)
  const messages: Message[] = []
  const older = index === 0 ? 400 : 0
  const add = (sender: Message['sender'], body: MessageBody, at: number): void => {
    const seq = older + messages.length + 1
    messages.push({ id: id(`m-${index}-${seq}`), conversationId, seq, sessionId, sender, body, at })
  }
  const customer = { kind: 'customer', customerId } as const
  const own = { kind: 'agent', agentId: ME } as const
  if (index === 0)
    for (let at = 0; at < 60; at += 1)
      add(
        at % 3 === 1 ? own : customer,
        { kind: 'text', text: `${HISTORY[at % HISTORY.length] ?? ''}` },
        end - 40 * 60 * MINUTE + at * MINUTE,
      )
  add(
    { kind: 'system' },
    { kind: 'system', code: 'session-assigned', params: { name: '陈涵' } },
    end - 26 * MINUTE,
  )
  if (index % 3 === 0)
    TALK.forEach(([by, text], at) => {
      add(by === 'agent' ? own : customer, { kind: 'text', text }, end - (25 - at * 2) * MINUTE)
    })
  if (index === 0) {
    add(
      customer,
      {
        kind: 'image',
        fileId: id('file-photo'),
        name: '礼盒.png',
        mime: 'image/png',
        bytes: 182_000,
        width: 640,
        height: 420,
      },
      end - 4 * MINUTE,
    )
    add(
      own,
      {
        kind: 'file',
        fileId: id('file-pdf'),
        name: '白茶冲泡与保存指南.pdf',
        mime: 'application/pdf',
        bytes: 1_482_113,
      },
      end - 3 * MINUTE,
    )
  }
  add(
    index % 4 === 1 ? { kind: 'agent', agentId: id('agent-lin') } : customer,
    { kind: 'text', text: last },
    end,
  )
  if (!running)
    add(
      { kind: 'system' },
      { kind: 'system', code: 'session-ended', params: { reason: 'by-agent' } },
      end + 1000,
    )
  const newest = messages.at(-1)
  const lastSeq = newest?.seq ?? 0
  const unread = index === 0 ? 0 : index === 2 ? 3 : index === 4 ? 1 : index === 11 ? 120 : 0
  return {
    customer: {
      id: customerId,
      number: 1024 + index,
      name,
      phone: index === 0 ? '138 0013 8000' : '',
      email: index === 0 ? 'wutong@example.com' : '',
      company,
      region,
      language: /^[\p{ASCII}\s]+$/u.test(name || '访') ? 'en' : 'zh-CN',
      source: index % 2 ? 'google.com' : '',
      type: index % 3 === 0 ? 'won' : index % 3 === 1 ? 'potential' : 'new',
      ownership: 'company-pool',
      ownerId: null,
      tagIds: index === 0 ? [id('tag-vip'), id('tag-gift')] : [],
      note: index === 0 ? '每年中秋采购企业礼盒，喜欢白茶。' : '',
      createdAt: now - 86_400_000 * (3 + index * 9),
      version: 1,
    },
    conversation: {
      id: conversationId,
      customerId,
      channel: index % 4 === 2 ? 'im' : 'web',
      widgetId: null,
      sessionId,
      lastSeq,
      preview: newest
        ? {
            seq: lastSeq,
            sender: newest.sender,
            kind: newest.body.kind,
            text:
              newest.body.kind === 'text'
                ? newest.body.text
                : newest.body.kind === 'system'
                  ? newest.body.code
                  : '',
            at: newest.at,
          }
        : null,
      deliveredSeq: lastSeq,
      readSeq: Math.max(0, lastSeq - 3),
      face: { kind: 'organization' },
      friendSince: null,
      lastCustomerAt: now,
      replies: 0,
      createdAt: now - 86_400_000 * (3 + index * 9),
    },
    session: newSession({
      id: sessionId,
      conversationId,
      customerId,
      channel: 'web',
      state: running ? 'active' : 'ended',
      initiator: 'customer',
      target: { kind: 'group', groupId: id('group-main') },
      handlerId: index === 4 ? id('agent-lin') : ME,
      priority: 5,
      why: { step: 'policy', policy: 'least-load', load: 3, capacity: 10, candidates: 4 },
      requestedAt: end - 26 * MINUTE,
      assignedAt: end - 26 * MINUTE,
      firstReplyAt: end - 25 * MINUTE,
      endedAt: running ? null : end + 1000,
      endReason: running ? null : 'by-agent',
      version: 3,
    }),
    entry: { conversationId, readSeq: Math.max(0, lastSeq - unread), pinned: index === 6, addedAt: end },
    messages,
    older,
    online: index < 6 && index !== 4,
    typing: index === 1,
    draft: index === 7 ? '退款一般 1–3 个工作日到账，' : '',
    waitingSince: running && index !== 1 ? end : null,
  }
}

const HISTORY = [
  '你们的白茶是今年的新茶吗？',
  '是的，是今年春茶，5 月上市的。',
  '有没有小包装？想先尝尝。',
  '好的，那我先拍一份。',
  '收到了，味道很清甜，包装也精致。我给朋友也推荐了，她可能这两天会来找你们，麻烦给她一样的优惠。',
]

/** A row of the list, as the core flattens it. */
export const rowOf = (one: FakeConversation, outbox: readonly OutboxItem[]): ConversationRow => {
  const unsent = outbox.filter(({ conversationId }) => conversationId === one.conversation.id)
  return {
    id: one.conversation.id,
    customerId: one.customer.id,
    chat: null,
    colleagueId: null,
    customerName: one.customer.name,
    unnamedMembers: null,
    mentioned: false,
    messageSetting: 'alert',
    forgotten: false,
    publicName: null,
    widgetId: null,
    customerNumber: one.customer.number,
    channel: one.conversation.channel,
    pinned: one.entry.pinned,
    unread: one.conversation.lastSeq - one.entry.readSeq,
    preview: one.conversation.preview,
    unsent: unsent.some(({ state }) => state === 'failed') ? 'failed' : unsent.length > 0 ? 'queued' : null,
    draft: one.draft,
    online: one.online,
    typing: one.typing,
    sessionId: one.session?.id ?? null,
    sessionState: one.session?.state ?? null,
    handlerId: one.session?.handlerId ?? null,
    waitingSince: one.waitingSince,
    remindAt: null,
    reminded: false,
    at: one.conversation.preview?.at ?? one.conversation.createdAt,
    rank: '',
    marks: '',
  }
}
