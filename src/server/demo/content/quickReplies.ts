import { QuickReplyId } from '../../../protocol/model/index.ts'
import type { AgentId, QuickReply } from '../../../protocol/model/index.ts'
import { DESK_AGENT } from './company.ts'

type Line = readonly [title: string, text: string]

const company: Readonly<Record<string, readonly Line[]>> = {
  问候与结束: [
    ['欢迎', '您好，这里是栖木家居，很高兴为您服务。请问有什么可以帮您？'],
    ['请稍等', '好的，我正在为您查询，大约需要一分钟，请稍等。'],
    ['感谢等待', '感谢您的耐心等待，已经查到了。'],
    ['还有别的吗', '请问还有其他可以帮您的吗？'],
    ['祝您愉快', '感谢您的咨询，祝您生活愉快，有需要随时找我们。'],
    ['无人应答', '看到您暂时没有回复，我先不打扰了。会话结束后再发消息，我们会继续为您处理。'],
  ],
  订单与物流: [
    ['请提供订单号', '麻烦您提供一下订单号（以 QM 开头），我帮您查进度。'],
    ['发货时间', '现货商品下单后 24 小时内发货，预售商品以页面标注的日期为准。'],
    ['配送时效', '江浙沪一般次日达，其他省份 2–4 天，偏远地区 5–7 天。'],
    ['改地址', '订单出库前可以改地址。请把新的收件人、电话和详细地址发给我。'],
    ['催件', '已经为您联系快递加急派送，预计今天内会有新的物流信息。'],
    ['破损签收', '收到外包装破损请先不要签收，拍照后联系我们，我们安排重发。'],
    ['包邮范围', '全场满 99 元包邮，新疆、西藏的大件需补运费差价。'],
    ['分开发货', '您的订单里有两件商品在不同仓库，会分开发出，请留意两条物流信息。'],
  ],
  退换与退款: [
    ['七天无理由', '签收后 7 天内、不影响二次销售的商品可以无理由退货，来回运费由买家承担。'],
    ['质量问题退换', '质量问题 30 天内包退换，运费由我们承担。麻烦您拍一段能看清问题的视频。'],
    ['退款时效', '退款审核通过后 1–3 个工作日原路退回，银行卡可能要再晚一天。'],
    ['退货地址', '退货地址：浙江省杭州市余杭区示例路 8 号栖木售后仓，请在包裹里放一张写有订单号的纸条。'],
    ['已发起退款', '退款已经为您发起，您会收到短信通知。'],
    ['价格保护', '签收后 15 天内降价，可以申请补差价。'],
    ['不支持退货', '滤芯、内胆等已拆封的耗材影响二次销售，不支持无理由退货，还请您理解。'],
  ],
  安装与使用: [
    ['预约安装', '请告诉我安装地址和方便的时间（上午/下午），师傅会提前一天与您联系。'],
    ['安装费用', '首次安装免费，打孔和加长管线按材料收费，师傅上门前会报价。'],
    ['首次使用', '首次使用请先空煮两次清水，再正式制作，可以去除管路里的余味。'],
    ['除垢', '建议每两个月除垢一次：水箱加除垢剂到刻度线，长按冲煮键 5 秒启动程序，约 20 分钟。'],
    ['研磨度', '意式建议从刻度 8 开始试，萃取快就往细调一格，慢就往粗调一格。'],
    ['滤芯更换', '复合滤芯建议 12 个月更换一次，指示灯变橙色时更换即可。'],
    ['拍照说明', '方便的话请拍一张机身铭牌和问题部位的照片，我好判断是哪个部件。'],
    ['不出水', '请先确认水箱装到位，再按住蒸汽键放出空气 10 秒，多数不出水是管路进了空气。'],
  ],
  保修与配件: [
    ['保修政策', '整机保修两年，核心部件（锅炉、电机）三年。保修期内非人为损坏免费维修。'],
    ['延保', '购机 30 天内可以加购一年延保，价格是机价的 6%。'],
    ['寄修流程', '寄修流程：登记 → 我们上门取件 → 检测维修 3–5 天 → 寄回。全程包运费。'],
    ['配件购买', '配件可以在小程序「配件商城」下单，输入机型就能看到适配的型号。'],
    ['备用机', '维修期间可以申请备用机，押金退还，数量有限。'],
    ['人为损坏', '检测结果属于进水造成的损坏，不在保修范围内。维修费用我发给您确认后再修。'],
  ],
  发票与企业采购: [
    ['开票信息', '请提供发票抬头、税号和接收邮箱，电子发票一般两小时内发出。'],
    ['专票', '专用发票请另外提供开户行、账号、注册地址和电话。'],
    ['企业采购', '五台以上可以走企业采购，有阶梯价和对公转账，请留下联系方式，顾问当天联系您。'],
    ['样机', '企业客户可以申请样机试用 7 天，满意再下单。'],
  ],
  安抚: [
    ['致歉', '非常抱歉给您带来不好的体验，这件事我来负责跟进到底。'],
    ['升级处理', '我已经把您的情况升级给主管，今天 18:00 前一定给您答复。'],
    ['补偿', '为了表示歉意，给您申请了一张 50 元的无门槛券，已经放进您的账户。'],
  ],
  English: [
    ['Greeting', 'Hello, this is Qimu Home. How can I help you today?'],
    ['One moment', 'Let me look that up for you. It will take about a minute.'],
    ['Order number', 'Could you send me your order number? It starts with QM.'],
    [
      'Shipping abroad',
      'We ship to 14 countries. Delivery takes 7–12 working days and duties are shown at checkout.',
    ],
    ['Voltage', 'The export version runs on 220–240 V and comes with the plug of your country.'],
    ['Warranty', 'All machines have a two-year warranty; boilers and motors have three years.'],
    ['Refund', 'Refunds go back to the original payment method within 3–5 working days.'],
    [
      'Return label',
      'I have sent a prepaid return label to your e-mail address. You can drop the parcel at any pick-up point.',
    ],
    [
      'Descaling',
      'Please descale every two months: fill to the mark, hold the brew button for five seconds, and let it run for 20 minutes.',
    ],
    ['Apology', 'I am sorry about this. I will follow it up myself until it is solved.'],
    [
      'Wholesale',
      'From five machines on we offer trade prices. Leave me your e-mail address and our team will send a quote today.',
    ],
    ['Anything else', 'Is there anything else I can help you with?'],
    ['Goodbye', 'Thank you for contacting us. Have a lovely day!'],
  ],
}

const personal: readonly Line[] = [
  ['我的开场', '您好，我是知夏，接下来由我为您跟进，您慢慢说。'],
  ['转达同事', '这个问题我需要请物流同事确认，半小时内回复您，您不用一直等在线上。'],
  ['周末值班', '今天周末仓库值班人员较少，最晚周一上午给您准确的时间。'],
  ['My sign-off', 'Thanks for your patience. I am Zhixia, and I keep an eye on this case for you.'],
]

export const quickReplies: readonly QuickReply[] = [
  ...Object.entries(company).flatMap(([groupName, lines]) => repliesOf(null, groupName, lines)),
  ...repliesOf(DESK_AGENT, '我的常用', personal),
].map((reply, position) => ({ ...reply, id: QuickReplyId.parse(`reply-${position + 1}`), position }))

function repliesOf(
  ownerId: AgentId | null,
  groupName: string,
  lines: readonly Line[],
): Omit<QuickReply, 'id' | 'position'>[] {
  return lines.map(([title, text]) => ({ ownerId, groupName, title, texts: [text], files: [], version: 1 }))
}
