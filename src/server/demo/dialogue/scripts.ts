import { said, type Script } from './script.ts'

/** Who comes to the demonstration desk, in turn. */
export const scripts: readonly Script[] = [
  {
    id: 'leak',
    language: 'zh-CN',
    productIds: ['dawn-s3', 'dawn-s5'],
    opening: [
      said('你好，有人吗？', 'Hello, is anybody there?'),
      said(
        '我的{product}今天早上开始漏水，做一杯底下就积一滩',
        'My {product} has been leaking since this morning, there is a puddle after every cup',
      ),
      said(
        '才买三个月，这种情况能保修吗？',
        'I bought it three months ago. Is that covered by the warranty?',
      ),
    ],
    matter: said('就是{product}漏水的事', 'It is about my {product}, it leaks'),
    details: [
      said('做的时候才漏，从手柄上面那一圈渗出来', 'Only while brewing, it seeps out around the portafilter'),
      said(
        '三个月前在你们官网买的，每天做两三杯',
        'I bought it on your site three months ago and make two or three cups a day',
      ),
      said(
        '手柄锁得挺紧的，换了粉碗也一样',
        'The handle is locked tight, and another basket makes no difference',
      ),
    ],
    followUps: [
      {
        line: said(
          '那需要我把机器寄回去吗？原来的箱子已经扔了',
          'Do I have to send the machine back? I no longer have the box',
        ),
        about: /寄回|取件|send it back|return the|collect/iu,
      },
      {
        line: said(
          '修好之前还能凑合用吗？会不会不安全',
          'Can I keep using it until then, or is that unsafe?',
        ),
        about: /先不要用|别用|停用|断电|拔掉|do not use|unplug|safe/iu,
      },
    ],
    refused: [
      said(
        '才三个月啊，这也不保吗？能不能再帮我看看',
        'After three months? Could you check once more, please?',
      ),
      said('好吧……那费用大概多少，您跟我说一下', 'Well… then tell me what it would cost'),
    ],
    photo: said(
      '可以，我等机器凉了拍，大概十分钟，先按您说的处理吧',
      'Sure, once it has cooled down, in ten minutes. Please go ahead meanwhile',
    ),
    time: said('工作日晚上七点以后都行，周末全天', 'Weekdays after seven, or any time at the weekend'),
    place: said('下单时的地址，没有变', 'The address on the order, it has not changed'),
    ordered: true,
    content: said('太好了，这样我就放心了', 'Great, that is a relief'),
    impatient: false,
  },
  {
    id: 'parcel',
    language: 'zh-CN',
    productIds: ['grain', 'breeze', 'swift', 'pebble'],
    opening: [
      said('在吗', 'Hello?'),
      said(
        '订单{order}，物流三天没更新了，怎么回事啊',
        'Order {order}: the tracking has not moved for three days, what is going on?',
      ),
    ],
    matter: said('{order} 这个单，三天没动了', 'Order {order}, it has not moved for three days'),
    details: [
      said('就{product}，一件', 'Just the one {product}'),
      said(
        '最后一条是到了中转站，之后就没了',
        'The last entry says it reached the sorting centre, then nothing',
      ),
      said('周末要送人的，所以比较急', 'It is a present for the weekend, that is why I am worried'),
    ],
    followUps: [
      {
        line: said('周五之前能到吗？周末要用', 'Will it be here before Friday? I need it for the weekend'),
        about: /周[一二三四五六日]|今天.{0,4}到|明天.{0,4}到|能到|day\b.*(?:arrive|deliver)|arrives?/iu,
      },
      { line: said('要是丢件了怎么办', 'And if it is lost?'), about: /丢|赔|lost|compensat/iu },
    ],
    refused: [
      said('不能吧，总得给我一个说法呀', 'There must be something you can do'),
      said('那我要退款了', 'Then I would rather have my money back'),
    ],
    photo: said('包裹还没到，没东西可拍😂', 'It has not arrived, there is nothing to photograph 😂'),
    time: said('白天家里都有人', 'Somebody is at home all day'),
    place: said('就订单上那个地址', 'The address on the order'),
    ordered: true,
    content: said('好的，那我再等等', 'All right, I will wait then'),
    impatient: true,
  },
  {
    id: 'choice',
    language: 'zh-CN',
    productIds: ['dawn-s3'],
    opening: [
      said(
        '你好，想买台咖啡机送给爸妈，完全新手',
        'Hi, I would like to give my parents an espresso machine. They are complete beginners',
      ),
      said(
        'S3 和 S5 差在哪儿？看页面没太看懂',
        'What is the difference between S3 and S5? I did not quite get it from the page',
      ),
    ],
    matter: said('就是 S3 和 S5 选哪个', 'It is about choosing between S3 and S5'),
    details: [
      said('两个人喝，早上各一杯，奶咖多一些', 'Two people, a cup each in the morning, mostly with milk'),
      said('预算三千五以内吧，含磨豆机最好', 'Up to 3,500 yuan, ideally with a grinder'),
      said('厨房台面不大，越小越好', 'There is not much room on the counter, the smaller the better'),
    ],
    followUps: [
      { line: said('磨豆机一定要买吗？', 'Do they really need a grinder?'), about: /磨豆机|grinder/iu },
      {
        line: said('现在下单有活动吗', 'Is there an offer at the moment?'),
        about: /活动|优惠|折|减|券|discount|offer|% off|voucher/iu,
      },
      {
        line: said('可以帮我写张贺卡一起寄吗', 'Could you put a greeting card into the parcel?'),
        about: /贺卡|card/iu,
      },
    ],
    refused: [
      said('这样啊，那有没有别的办法', 'I see. Is there another way?'),
      said('没事，那我自己想办法', 'Never mind, I will manage'),
    ],
    photo: said('台面大概四十公分宽，我就不拍啦', 'The counter is about 40 cm wide, no need for a picture'),
    time: said('什么时候送都行，他们退休了', 'Any time, they are retired'),
    place: said('寄到苏州，爸妈家', 'It goes to my parents in Suzhou'),
    ordered: false,
    content: said('明白了，听你的', 'That makes sense, I will take your advice'),
    impatient: false,
  },
  {
    id: 'abroad',
    language: 'en',
    productIds: ['dawn-s5', 'pebble', 'crane'],
    opening: [
      said('你好！请问{product}能寄到新加坡吗？', 'Hi there! Do you ship the {product} to Singapore?'),
      said('另外电压合适吗，我们这边 230 V', 'And would it work on 230 V?'),
    ],
    matter: said('想问{product}能不能寄到新加坡', 'I would like to have a {product} shipped to Singapore'),
    details: [
      said('就一台，自己家用', 'Just one, for my home'),
      said('英标插头', 'The UK type of plug'),
      said('不着急，这个月底之前到就行', 'No rush, the end of the month is fine'),
    ],
    followUps: [
      { line: said('保修在海外有效吗？', 'Is the warranty valid abroad?'), about: /保修|warranty/iu },
      {
        line: said('关税要我另外付吗', 'Do I pay customs separately?'),
        about: /关税|税|customs|duty|duties/iu,
      },
    ],
    refused: [
      said('真可惜，有没有本地经销商？', 'That is a pity. Is there a dealer here?'),
      said('好吧，谢谢告诉我', 'OK, thanks for telling me'),
    ],
    photo: said('插座就是普通的英标三孔', 'It is the ordinary British three-pin socket'),
    time: said('工作日都可以', 'Any weekday works'),
    place: said('新加坡，勿洛那边', 'Singapore, in Bedok'),
    ordered: false,
    content: said('很好，谢谢', 'Wonderful, that answers it'),
    impatient: false,
  },
  {
    id: 'invoice',
    language: 'zh-CN',
    productIds: ['dawn-s5', 'stream', 'breeze'],
    opening: [
      said('您好，麻烦帮我补开一张发票', 'Hello, I need an invoice for a past order, please'),
      said('订单号 {order}，公司报销用', 'Order {order}, it is for my company'),
    ],
    matter: said('补开{order}的发票', 'The invoice for {order}'),
    details: [
      said(
        '普票就行，抬头：云栈设计工作室，税号 91330000MA00482913',
        'A plain one is fine. Name: Yunzhan Design Studio, tax number 91330000MA00482913',
      ),
      said('就{product}那一台', 'For the one {product}'),
    ],
    followUps: [
      {
        line: said('电子的大概多久能收到？', 'How long until I receive it?'),
        about: /小时|分钟|今天.{0,6}(?:发|收)|hours?|minutes?|today/iu,
      },
      {
        line: said(
          '发票上能备注型号吗，财务要求的',
          'Could the model be named on it? Our accountant insists',
        ),
        about: /型号|备注|model/iu,
      },
    ],
    refused: [
      said('可是财务一定要，能想想办法吗', 'But I really need it. Is there any way?'),
      said('行吧，那我跟财务解释一下', 'All right, I will explain it to our accountant'),
    ],
    photo: said('营业执照稍后发您邮箱可以吗', 'May I send the company papers by e-mail later?'),
    time: said('今天下班前能好就行', 'Before the end of the day would be fine'),
    place: said('电子发票就行，不用寄', 'An electronic one is enough, nothing to send'),
    ordered: true,
    content: said('好的，收到就可以报销了', 'Good, then I can hand it in'),
    impatient: false,
  },
  {
    id: 'no-show',
    language: 'zh-CN',
    productIds: ['stream', 'ember'],
    opening: [
      said(
        '约好今天上午安装，到现在没人来！',
        'The installation was booked for this morning and nobody came!',
      ),
      said('我专门请了半天假，打电话也没人接', 'I took half a day off for this and nobody answers the phone'),
    ],
    matter: said('安装师傅爽约的事', 'The fitter did not come'),
    details: [
      said('装{product}，约的九点到十一点', 'For the {product}, between nine and eleven'),
      said('短信上写的师傅姓郑，电话一直关机', 'The text message says Mr Zheng, his phone is switched off'),
    ],
    followUps: [
      {
        line: said('那今天还能来吗？', 'Can somebody still come today?'),
        about: /今天|下午|明天|today|tomorrow|afternoon/iu,
      },
      {
        line: said('我请假的损失怎么算', 'And who pays for my half day?'),
        about: /补偿|赔|券|compensat|voucher|refund/iu,
      },
    ],
    refused: [
      said('这就是你们的态度？我要找主管', 'Is that your answer? I want to speak to a supervisor'),
      said('行，那给我退了吧', 'Fine, then take it back'),
    ],
    photo: said('拍什么，人都没来', 'A picture of what? Nobody came'),
    time: said('今天下午，或者明天上午，不能再晚了', 'This afternoon or tomorrow morning, not later'),
    place: said('地址你们系统里有，就下单那个', 'You have it in your system, the one on the order'),
    ordered: true,
    content: said('行，这次一定要准时', 'OK, but on time this time'),
    impatient: true,
  },
  {
    id: 'cafe',
    language: 'en',
    productIds: ['dawn-s5'],
    opening: [
      said(
        '你好，我们是一家小咖啡馆，想换两台机器',
        'Good day! We run a small café and want to replace two machines',
      ),
      said('{product}一天做一百杯吃得消吗？', 'Would the {product} cope with a hundred cups a day?'),
    ],
    matter: said('咖啡馆换机器，一天一百杯', 'Two machines for a café, about a hundred cups a day'),
    details: [
      said('平日八十杯，周末一百五', 'Eighty on weekdays, a hundred and fifty at weekends'),
      said('两台，吧台 60 公分深', 'Two of them, the bar is 60 cm deep'),
      said('大概一万五左右', 'About 15,000 yuan for both'),
    ],
    followUps: [
      {
        line: said('有商用的保养方案吗？', 'Is there a service plan for businesses?'),
        about: /保养|service plan|maintenance/iu,
      },
      { line: said('可以先试用吗', 'Could we try one before we buy?'), about: /试用|样机|trial|try/iu },
    ],
    refused: [
      said('那有没有更合适的型号推荐', 'Which model would suit us better?'),
      said('明白了，我们再考虑', 'I see, we will think about it'),
    ],
    photo: said('下午人少的时候我拍一下吧台', 'I will take one this afternoon when it is quiet'),
    time: said('上午十点前比较空', 'Before ten in the morning is best'),
    place: said('杭州，武林路附近', 'In Hangzhou, near Wulin Road'),
    ordered: false,
    content: said('很有帮助，谢谢', 'That is really helpful'),
    impatient: false,
  },
  {
    id: 'sour',
    language: 'zh-CN',
    productIds: ['dawn-s3'],
    opening: [
      said('求助，刚买的{product}做出来特别酸', 'Help! The coffee from my new {product} is terribly sour'),
      said('十秒就流完了，是机器有问题吗？', 'It runs through in ten seconds. Is the machine broken?'),
    ],
    matter: said('咖啡太酸，流得特别快', 'Sour coffee that runs through too fast'),
    details: [
      said('磨豆机刻度 14，粉大概 15 克', 'Grinder at 14, about 15 grams'),
      said('豆子是超市买的，中烘', 'Supermarket beans, medium roast'),
      said('压粉就随便按了一下', 'I only pressed it down a little'),
    ],
    followUps: [
      {
        line: said('那刻度应该调到多少？', 'So which setting should I use?'),
        about: /刻度|调(?:细|到)|setting|finer/iu,
      },
      { line: said('有没有视频可以看', 'Is there a video I could watch?'), about: /视频|video/iu },
    ],
    refused: [
      said('啊，那怎么办呢', 'Oh. What should I do then?'),
      said('好吧，我再自己试试', 'OK, I will experiment a bit'),
    ],
    photo: said('刚刚那杯倒掉了，下次拍给你看', 'I threw the last one away, I will take one next time'),
    time: said('现在就在机器旁边', 'I am standing right next to it'),
    place: said('订单上的地址', 'The address on the order'),
    ordered: true,
    content: said('懂了！我马上试试', 'Got it! I will try right away'),
    impatient: false,
  },
]

export const scriptById = (id: string): Script => {
  const script = scripts.find((candidate) => candidate.id === id)
  if (!script) throw new Error(`no script "${id}"`)
  return script
}
