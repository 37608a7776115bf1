/** How customers of the demonstration company are met: the menu of the web chat, and what they are greeted with. */
import {
  AgentId,
  GreetingId,
  NavEntryId,
  type CompanyText,
  type Greetings,
  type NavItem,
  type NavMenu,
  type NavMenuPlan,
} from '../../../protocol/model/index.ts'
import { LOGISTICS_GROUP, PRESALES_GROUP } from './company.ts'

const both = (zh: string, en: string): CompanyText => ({ 'zh-CN': zh, en })

const answer = (id: string, title: CompanyText, text: CompanyText): NavItem => ({
  id: NavEntryId.parse(id),
  title,
  action: { kind: 'text', text },
})

const plan: NavMenuPlan = {
  on: true,
  welcome: both('您好，先看看有没有您要找的，也可以直接提问。', 'Hello! Have a look below, or simply ask.'),
  layout: 'list',
  opened: 'first',
  entries: [
    {
      id: NavEntryId.parse('delivery'),
      title: both('配送与安装', 'Delivery'),
      items: [
        answer(
          'delivery-time',
          both('多久能送到', 'How long'),
          both(
            '现货当天发出，江浙沪次日达，其他地区 2–4 天；大件由送装师傅提前一天与您约时间。',
            'What is in stock leaves the same day and takes one to four days. For large pieces our fitters call you the day before.',
          ),
        ),
        answer(
          'delivery-damage',
          both('收到时破损', 'Damaged'),
          both(
            '请保留包装，拍下外箱和破损处发给我们，48 小时内免费补寄或换新。',
            'Please keep the packaging and send us a picture of box and damage: we replace it free of charge within 48 hours.',
          ),
        ),
        {
          id: NavEntryId.parse('delivery-person'),
          title: both('联系配送同事', 'Ask delivery'),
          action: { kind: 'person', target: { kind: 'group', groupId: LOGISTICS_GROUP } },
        },
      ],
    },
    {
      id: NavEntryId.parse('service'),
      title: both('退换与保修', 'Returns'),
      items: [
        answer(
          'returns',
          both('七天无理由', 'Within 7 days'),
          both(
            '签收七天内不影响再次销售即可退货；在“我的订单”里申请，快递上门取件。',
            'Within seven days of delivery you may return what can be sold again. Apply under “My orders”; we collect it.',
          ),
        ),
        answer(
          'warranty',
          both('保修多久', 'Warranty'),
          both(
            '咖啡机整机两年，灯具与家具三年，凭订单号即可报修。',
            'Two years on coffee machines, three on lamps and furniture; the order number is enough.',
          ),
        ),
      ],
    },
  ],
  buttons: [
    {
      id: NavEntryId.parse('advice'),
      title: both('选购建议', 'Advice'),
      action: { kind: 'person', target: { kind: 'group', groupId: PRESALES_GROUP } },
    },
    {
      id: NavEntryId.parse('person'),
      title: both('转人工', 'A person'),
      action: { kind: 'person', target: null },
    },
  ],
  showsContact: true,
}

export const navMenuAt = (at: number): NavMenu => ({
  account: 'web',
  draft: plan,
  published: plan,
  publishedAt: at,
  version: 1,
})

export const greetings: Greetings = {
  defaults: {
    online: both('您好，我来帮您看看，请稍等。', 'Hello, I am looking into it for you. One moment, please.'),
    offline: both(
      '我暂时不在，回来后第一时间回复您。',
      'I am away for a moment and will answer as soon as I am back.',
    ),
  },
  own: [
    {
      id: GreetingId.parse('presales'),
      agentIds: ['chen-ke', 'su-wanqing', 'he-jiayan', 'grace-liu'].map((id) => AgentId.parse(id)),
      online: both(
        '您好，我是选购顾问。您平时怎么喝咖啡？我帮您挑。',
        'Hello, I help with choosing. How do you like your coffee?',
      ),
      offline: '',
    },
  ],
  version: 1,
}
