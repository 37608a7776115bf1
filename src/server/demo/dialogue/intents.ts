/** What an agent's message is after, as far as words tell. One message may hold several. */
export type Intent =
  | 'greeting'
  | 'ask-order'
  | 'ask-name'
  | 'ask-phone'
  | 'ask-email'
  | 'ask-address'
  | 'ask-photo'
  | 'ask-time'
  | 'ask-details'
  | 'ask-anything-else'
  | 'ask-agreement'
  | 'ask-scripted'
  | 'wait'
  | 'solution'
  | 'information'
  | 'refusal'
  | 'apology'
  | 'thanks'
  | 'closing'
  | 'rude'
  | 'question'
  | 'statement'

export type Language = 'zh-CN' | 'en'

/** The words of each intent, Chinese and English in one pattern. */
const PATTERNS: readonly (readonly [Intent, RegExp])[] = [
  [
    'greeting',
    /^\W*(?:您好|你好|嗨|哈喽|早上好|下午好|晚上好|在的|hi\b|hello|hey\b|good (?:morning|afternoon|evening|day))/iu,
  ],
  [
    'ask-order',
    /订单(?:号|编号)|单号(?:是|发|多少|提供)|哪(?:一)?个订单|order (?:number|no|id)|which order/iu,
  ],
  [
    'ask-name',
    /怎么称呼|如何称呼|贵姓|(?:您|你)(?:的)?(?:名字|姓名)|叫什么|收件人|your (?:full )?name|who am i (?:speaking|talking)|(?:call|address) you/iu,
  ],
  ['ask-phone', /手机(?:号)?|电话(?:号码)?|联系方式|phone|mobile|(?:contact|call(?:ing)?) number/iu],
  ['ask-email', /邮箱|邮件地址|e-?mail/iu],
  [
    'ask-address',
    /地址|寄到哪|送到哪|住哪|哪个(?:城市|小区)|address|where (?:do you live|should we (?:send|deliver)|are you)/iu,
  ],
  ['ask-photo', /照片|拍(?:张|个|一|下|段)|视频|截图|photo|picture|video|screenshot/iu],
  [
    'ask-time',
    /什么时候方便|几点(?:方便|可以)|哪天|上午.{0,6}下午|方便的时间|周几|what time|which day|morning or|when (?:would|are you|is it|does it) |suits? you/iu,
  ],
  [
    'ask-details',
    /什么(?:问题|情况|位置|型号|症状|牌子)|怎么(?:了|回事)|具体|详细|描述|哪(?:个|款|里|台)|多久了|几个人|预算|刻度|what (?:happened|exactly|model|kind|seems|is the (?:problem|matter))|which (?:model|machine|one|part)|how (?:long|many|often|much do)|describe|more detail|tell me more|budget/iu,
  ],
  [
    'ask-anything-else',
    /还(?:有|需要)(?:其他|其它|别的|什么|没有)|其他(?:问题|可以帮|需要)|anything else|other questions?|something else/iu,
  ],
  [
    'ask-agreement',
    /(?:可以|行|好|同意|接受|方便|满意)(?:吗|么|不)|您看|你看|怎么样[?？]|(?:is|would|does) that (?:ok|okay|work|be|sound|help)|sounds? (?:good|ok)\?|all right\?|do you agree|(?:do|would) you (?:like|want|need)|sh(?:all|ould) i\b|需要我?.{0,10}吗|要不要/iu,
  ],
  [
    'ask-scripted',
    /机器人|是(?:真)?人(?:吗|么)|真人|脚本|演示|\b(?:bot|robot)\b|a (?:real|human)|scripted|are you human/iu,
  ],
  [
    'wait',
    /稍等|稍候|等一下|等一会|查一下|查询|看一下|看看|核实|确认一下|one (?:moment|second|sec)|a (?:moment|minute)|let me (?:check|look|see)|hold on|please wait|checking|look(?:ing)? (?:it|this|that|into)/iu,
  ],
  [
    'solution',
    /(?:已经?|马上|立即|今天|明天|帮(?:您|你)|给(?:您|你)|为(?:您|你)|可以|安排|这就).{0,12}(?:发(?:出|货|到|给|送)|补发|重发|寄|退款|退回|退货|换|约|安排|处理|登记|开票|开好|上门|维修|加急|补偿|申请|优惠|报价|预留)|解决了|(?:we|i)(?:'ll| will|'ve| have| can| am going to).{0,30}(?:send|ship|sent|refund|replace|arrange|book|repair|issue|fix|exchange|deliver|quote|offer|escalate)|has been (?:sent|shipped|refunded|replaced|arranged|booked|fixed|issued)|refunded|on its way/iu,
  ],
  [
    'information',
    /预计|大概|左右|\d+ ?(?:元|块|天|小时|点|号|月|个工作日|分钟|年|%)|工作日|送达|到账|支持|包含|免费|推荐|建议|保修|需要先|因为|保证|放心|会在|现货|\$ ?\d|¥ ?\d|\b\d+ (?:days?|hours?|weeks?|months?|years?|minutes?|yuan|dollars?|working)|\b(?:expected|arrives?|costs?|recommend|suggest|included?|free|because|warranty|in stock|voltage|covered|tomorrow)\b/iu,
  ],
  [
    'refusal',
    /(?<!能)不能|无法|不支持|没(?:有)?办法|(?<!可)不可以|(?<!行)不行|不予|过了保修|(?:can(?:no|')t|cannot|unable|not possible|not covered|unfortunately|not allowed|won't be able|out of warranty)/iu,
  ],
  [
    'apology',
    /抱歉|对不起|不好意思|致歉|见谅|别着急|别担心|理解您|sorry|apolog|(?:don't|do not) worry|i understand/iu,
  ],
  ['thanks', /谢谢|感谢|多谢|thank/iu],
  [
    'closing',
    /再见|拜拜|祝(?:您|你)|不客气|感谢(?:您|你)?的?咨询|随时(?:找|联系)|good ?bye|\bbye\b|have a (?:nice|good|lovely|great)|you(?:'re| are) welcome|any ?time\b|take care/iu,
  ],
  ['rude', /滚|闭嘴|傻|笨蛋|白痴|有病|烦死|shut up|stupid|idiot|go away/iu],
  ['question', /[?？]\s*$|(?:吗|呢|么)[。！!]?\s*$/u],
]

/** Asking for something one has just named is telling: "单号 YQ0123456789", "call 555-0100". */
const GIVES_NUMBER = /[A-Z]{2}\d{6,}|\d{7,}/u

export const intentsOf = (text: string): ReadonlySet<Intent> => {
  const found = new Set(PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([intent]) => intent))
  if (GIVES_NUMBER.test(text)) {
    for (const told of ['ask-order', 'ask-phone'] as const) found.delete(told)
    found.add('information')
  }
  if (isSentence(text)) found.add('statement')
  return found
}

/** More than a nod: it tells something, whatever that may be. */
const isSentence = (text: string): boolean =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 5 || (text.match(/\p{Script=Latin}+/gu)?.length ?? 0) >= 3

/** The language a message is written in; null when it has no words. */
export const languageOf = (text: string): Language | null => {
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN'
  return /\p{Script=Latin}{2,}/u.test(text) ? 'en' : null
}
