import { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import { DESK_AGENT, SECOND_AGENT } from './company.ts'

/** What colleagues of the demonstration say among themselves. */
export interface DemoChat {
  readonly id: ConversationId
  /** Null: a direct chat. */
  readonly name: string | null
  /** Whoever began it comes first. */
  readonly memberIds: readonly AgentId[]
  /** Who wrote what so many minutes ago, the oldest first. */
  readonly said: readonly (readonly [AgentId, number, string])[]
  /** So many of them the desk has not read. */
  readonly unread: number
}

const [CHEN_KE, GRACE, GU_QING, JIANG] = ['chen-ke', 'grace-liu', 'gu-qing', 'jiang-yingxue'].map((id) =>
  AgentId.parse(id),
) as [AgentId, AgentId, AgentId, AgentId]
const chatId = (name: string): ConversationId => ConversationId.parse(`demo-chat-${name}`)

export const chats: readonly DemoChat[] = [
  {
    id: chatId('second'),
    name: null,
    memberIds: [SECOND_AGENT, DESK_AGENT],
    said: [
      [SECOND_AGENT, 190, '知夏，昨天那位徐州的客户今天又来了，沙发腿的配件到了吗？'],
      [DESK_AGENT, 184, '到了，仓库说下午发，单号我填在跟进记录里了。'],
      [SECOND_AGENT, 181, '好，我这边回复客户，谢谢！'],
      [SECOND_AGENT, 12, '下午的培训你去吗？三点，二楼会议室。'],
    ],
    unread: 1,
  },
  {
    id: chatId('grace'),
    name: null,
    memberIds: [DESK_AGENT, GRACE],
    said: [
      [
        DESK_AGENT,
        1510,
        'Grace, could you take the English inquiry about the oak desk? The customer writes from Melbourne.',
      ],
      [GRACE, 1502, 'Sure, transfer it to me. I have the shipping rates for Australia here.'],
      [DESK_AGENT, 1500, 'Done, thank you!'],
      [GRACE, 1420, 'They ordered two of them.'],
    ],
    unread: 0,
  },
  {
    id: chatId('delivery'),
    name: '送装异常跟进',
    memberIds: [DESK_AGENT, GU_QING, SECOND_AGENT, JIANG],
    said: [
      [DESK_AGENT, 420, '今天华东仓有两单晚到，先在这里同步进度。'],
      [GU_QING, 411, '苏州那单改约明天上午，师傅已经联系客户。'],
      [JIANG, 405, '收到，售前这边遇到问的客户统一说明天送达。'],
      [SECOND_AGENT, 66, '杭州那单客户催了一次，帮忙看下？'],
      [GU_QING, 31, '@林知夏 杭州那单司机 17 点前到，你跟客户说一声。'],
    ],
    unread: 1,
  },
  {
    id: chatId('chenke'),
    name: null,
    memberIds: [DESK_AGENT, CHEN_KE],
    said: [
      [CHEN_KE, 2950, '新品的尺寸表我放到快捷回复“产品”分组里了。'],
      [DESK_AGENT, 2941, '看到了，很好用。'],
    ],
    unread: 0,
  },
]
