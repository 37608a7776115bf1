/** Deterministic chat text, three quarters of it Chinese, with a long-tailed vocabulary. */
const PHRASES = (
  '订单 退款 发货 物流 快递 客服 优惠券 地址 电话 尺码 颜色 质量 发票 会员 积分 换货 退货 售后 付款 支付宝 ' +
  '微信 什么时候 怎么 可以 没有 收到 已经 请问 麻烦 谢谢 您好 这个 那个 商品 链接 活动 满减 包邮 仓库 ' +
  '缺货 预售 确认 取消 修改 申请 审核 通过 到账 银行卡 三个工作日'
).split(' ')

const WORDS = (
  'order refund please shipping address when delivery coupon thanks hello customer invoice return exchange size color ' +
  'payment account password login broken missing package tracking number support agent wait email phone today tomorrow'
).split(' ')

export interface Random {
  /** 0 … 1 */
  next(): number
  below(limit: number): number
  /** Log-uniform rank: low ranks are common, the tail is long. */
  rank(count: number): number
}

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0 || 1
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    rank: (count) => Math.floor(Math.exp(next() * Math.log(count + 1))) - 1,
  }
}

const inventChinese = (count: number): string[] => {
  const random = createRandom(7)
  const words = [...PHRASES]
  while (words.length < count) {
    const length = 2 + (random.next() < 0.3 ? 1 : 0)
    words.push(Array.from({ length }, () => String.fromCodePoint(0x4e00 + random.rank(6000))).join(''))
  }
  return words
}

const inventEnglish = (count: number): string[] => {
  const random = createRandom(11)
  const syllables =
    'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya ze cla bri sto ple tra'.split(' ')
  const words = [...WORDS]
  while (words.length < count) {
    words.push(
      Array.from({ length: 2 + random.below(3) }, () => syllables[random.below(syllables.length)]).join(''),
    )
  }
  return words
}

export const chineseWords = inventChinese(40_000)
export const englishWords = inventEnglish(40_000)

/** About `bytes` bytes of UTF-8. */
export const messageText = (random: Random, bytes = 200): string => {
  let text = ''
  if (random.next() >= 0.75) {
    while (text.length < bytes - 6) text += `${englishWords[random.rank(englishWords.length)] ?? ''} `
    return text
  }
  let size = 0
  let sinceComma = 0
  while (size < bytes - 9) {
    const word = chineseWords[random.rank(chineseWords.length)] ?? ''
    text += word
    size += word.length * 3
    sinceComma += word.length
    if (sinceComma > 10) {
      text += '，'
      size += 3
      sinceComma = 0
    }
  }
  return text
}
