/** The words of the shop page. */
export interface ShopTexts {
  readonly title: string
  readonly description: string
  readonly brand: string
  readonly nav: readonly (readonly [href: string, label: string])[]
  readonly other: { readonly href: string; readonly label: string; readonly language: string }
  readonly headline: string
  readonly lead: string
  readonly browse: string
  readonly productsTitle: string
  readonly lines: Readonly<Record<string, string>>
  readonly promises: readonly (readonly [title: string, text: string])[]
  readonly helpTitle: string
  readonly help: string
  readonly footer: string
}

export const shopTexts: Readonly<Record<'zh-CN' | 'en', ShopTexts>> = {
  'zh-CN': {
    title: '栖木家居 · 咖啡与日常器具',
    description: '栖木家居：咖啡器具与家用电器。演示店铺。',
    brand: '栖木家居',
    nav: [
      ['#products', '本季选物'],
      ['#service', '服务承诺'],
      ['#help', '联系客服'],
    ],
    other: { href: '/en', label: 'English', language: 'en' },
    headline: '把每天的第一杯，做得从容一点',
    lead: '晨露咖啡机三十秒预热，安静、耐用、好清洁。不会用也没关系，右下角随时有人教你。',
    browse: '看看本季选物',
    productsTitle: '本季选物',
    lines: {
      'dawn-s3': '三十秒预热，家用两三杯刚刚好。',
      'dawn-s5': '双锅炉，萃取与奶泡同时进行。',
      pebble: '四十档研磨，意式与手冲都够细致。',
      crane: '一度一度地控温，水流稳得像尺子。',
      grain: '七层铁釜，米饭有米饭的香。',
      breeze: '三十分贝，夜里听不见它在工作。',
    },
    promises: [
      ['两年整机保修', '锅炉与电机保三年，寄修全程包运费。'],
      ['七天无理由', '拆开试过也可以退，清洁费我们承担一半。'],
      ['首次安装免费', '净水器、蒸烤箱由自有师傅上门。'],
      ['真人客服', '每天 9:00–22:00，平均一分钟内应答。'],
    ],
    helpTitle: '有问题，直接问',
    help: '点右下角的按钮就能和客服说话：查订单、约安装、问研磨度都可以。关掉页面再回来，聊天记录还在。',
    footer: '这是演示店铺，商品与价格均为虚构。页面上的聊天由一行脚本放入。',
  },
  en: {
    title: 'Qimu Home · coffee and everyday tools',
    description: 'Qimu Home: coffee equipment and home appliances. A demonstration shop.',
    brand: 'Qimu Home',
    nav: [
      ['#products', 'This season'],
      ['#service', 'Our service'],
      ['#help', 'Contact'],
    ],
    other: { href: '/', label: '中文', language: 'zh-CN' },
    headline: 'Take your time over the first cup of the day',
    lead: 'Dawn machines are ready in thirty seconds, quiet, built to last and easy to clean. New to espresso? Somebody at the lower right is glad to help.',
    browse: 'See this season',
    productsTitle: 'This season',
    lines: {
      'dawn-s3': 'Ready in thirty seconds, right for two or three cups.',
      'dawn-s5': 'Two boilers: brew and steam at the same time.',
      pebble: 'Forty settings, fine enough for espresso and pour-over.',
      crane: 'Holds the temperature to the degree, pours like a ruler.',
      grain: 'A seven-layer iron pot, and rice that tastes of rice.',
      breeze: 'Thirty decibels: you will not hear it at night.',
    },
    promises: [
      ['Two-year warranty', 'Three for boilers and motors; shipping for repairs is on us.'],
      ['Seven days to return', 'Opened and tried is fine, we share the cleaning fee.'],
      ['Free first installation', 'Water filters and ovens are fitted by our own people.'],
      ['Real people', 'Every day from 9 to 22, usually within a minute.'],
    ],
    helpTitle: 'Just ask',
    help: 'The button at the lower right opens a chat with our desk: orders, installation, grind settings. Close the page and come back, the conversation is still there.',
    footer:
      'This is a demonstration shop; products and prices are made up. The chat on this page is one line of script.',
  },
}
