/**
 * How Chinese characters are read.
 *
 * Every JavaScript engine of ours brings the pinyin order of Chinese characters with it, so the reading of a character is
 * found by where it stands among the first characters of each syllable; a dictionary of some hundred kilobytes is not
 * needed. Of the 6763 characters of GB 2312 four come out with a reading they do not have.
 */

/** The readings of a character in letters; a letter or digit reads as itself, and a sign not at all. */
export const readingsOf = (character: string): readonly string[] => {
  const before = known.get(character)
  if (before) return before
  const readings = /\p{Script=Han}/u.test(character)
    ? [...new Set([syllableOf(character), ...(OTHERS.get(character) ?? [])])]
    : /[\p{Letter}\p{Number}]/u.test(character)
      ? [character.toLowerCase()]
      : []
  known.set(character, readings)
  return readings
}

/** Each syllable with its first character in that order; `v` stands for ü, as it is typed. */
const FIRST: readonly (readonly [syllable: string, character: string])[] = (
  'a吖 ai哎 an安 ang肮 ao凹 ba丷 bai挀 ban扳 bang邦 bao勹 bei卑 ben奔 beng伻 bi屄 bian边 biao灬 bie憋 bin汃 ' +
  'bing冫 bo癶 bu峬 ca嚓 cai偲 can参 cang仓 cao撡 ce冊 cen嵾 ceng噌 cha叉 chai芆 chan辿 chang伥 chao抄 ' +
  'che车 chen抻 cheng阷 chi吃 chong充 chou抽 chu出 chuai揣 chuan巛 chuang刅 chui吹 chun旾 chuo逴 ci呲 ' +
  'cong匆 cou凑 cu粗 cuan汆 cui崔 cun邨 cuo搓 da咑 dai呆 dan丹 dang当 dao刀 de嘚 den扥 deng灯 di氐 dia嗲 ' +
  'dian敁 diao刁 die爹 ding丁 diu丟 dong东 dou吺 du厾 duan偳 dui垖 dun吨 duo多 e妸 ei诶 en奀 eng鞥 er儿 ' +
  'fa发 fan帆 fang匚 fei飞 fen分 feng丰 fo仏 fou紑 fu夫 ga旮 gai侅 gan甘 gang冈 gao皋 ge戈 gei给 gen根 ' +
  'geng刯 gong工 gou勾 gu估 gua瓜 guai乖 guan关 guang光 gui归 gun丨 guo呙 ha哈 hai咍 han佄 hang夯 hao茠 ' +
  'he诃 hei黒 hen拫 heng亨 hong叿 hou齁 hu乎 hua花 huai怀 huan欢 huang巟 hui灰 hun昏 huo吙 ji丌 jia加 ' +
  'jian戋 jiang江 jiao艽 jie阶 jin巾 jing坕 jiong冂 jiu丩 ju凥 juan姢 jue噘 jun军 ka咔 kai开 kan刊 kang忼 ' +
  'kao尻 ke匼 kei剋 ken肎 keng劥 kong空 kou抠 ku刳 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun坤 kuo扩 la垃 lai来 ' +
  'lan兰 lang啷 lao捞 le仂 lei雷 leng塄 li哩 lia俩 lian奁 liang良 liao撩 lie毟 lin拎 ling伶 liu溜 long龙 ' +
  'lou瞜 lu噜 lv驴 luan娈 lve掠 lun抡 luo啰 m呣 ma妈 mai埋 man嫚 mang牤 mao猫 me嚒 mei坆 men椚 meng擝 mi咪 ' +
  'mian宀 miao喵 mie乜 min民 ming名 miu谬 mo摸 mou哞 mu毪 na拏 nai腉 nan囡 nang囔 nao孬 ne疒 nei娞 nen恁 ' +
  'neng能 ng嗯 ni妮 nian拈 niang娘 niao鸟 nie捏 nin囜 ning宁 niu妞 nong农 nou羺 nu奴 nv女 nuan奻 nve疟 ' +
  'nuo挪 o喔 ou讴 pa妑 pai拍 pan眅 pang乓 pao抛 pei呸 pen喷 peng匉 pi丕 pian囨 piao剽 pie氕 pin姘 ping乒 ' +
  'po钋 pou剖 pu仆 qi七 qia掐 qian千 qiang呛 qiao悄 qie苆 qin亲 qing靑 qiong卭 qiu丘 qu区 quan奍 que炔 ' +
  'qun夋 ran呥 rang穣 rao娆 re惹 ren人 reng扔 ri日 rong戎 rou禸 ru邚 ruan堧 rui桵 run闰 ruo捼 sa仨 sai毢 ' +
  'san三 sang桒 sao掻 se閪 sen森 seng僧 sha杀 shai筛 shan山 shang伤 shao弰 she奢 shen申 sheng升 shi尸 ' +
  'shou収 shu书 shua刷 shuai衰 shuan闩 shuang双 shui脽 shun吮 shuo说 si厶 song忪 sou凁 su苏 suan狻 sui夊 ' +
  'sun孙 suo唆 ta他 tai囼 tan坍 tang汤 tao夲 te忑 teng熥 ti剔 tian天 tiao旫 tie帖 ting厅 tong炵 tou偷 tu凸 ' +
  'tuan湍 tui推 tun吞 tuo乇 wa屲 wai歪 wan弯 wang尢 wei危 wen昷 weng翁 wo挝 wu乌 xi夕 xia呷 xian仙 xiang乡 ' +
  'xiao灱 xie些 xin心 xing星 xiong凶 xiu休 xu吁 xuan吅 xue削 xun坃 ya丫 yan恹 yang央 yao幺 ye倻 yi一 yin囙 ' +
  'ying应 yo哟 yong佣 you优 yu込 yuan囦 yue曰 yun晕 za帀 zai災 zan兂 zang匨 zao傮 ze则 zei贼 zen怎 zeng囎 ' +
  'zha扎 zhai夈 zhan枬 zhang张 zhao佋 zhe蜇 zhen贞 zheng凧 zhi之 zhong中 zhou州 zhu朱 zhua抓 zhuai跩 ' +
  'zhuan专 zhuang妆 zhui隹 zhun宒 zhuo拙 zi孜 zong宗 zou邹 zu租 zuan钻 zui厜 zun尊 zuo嘬'
)
  .split(' ')
  .map((entry) => [entry.slice(0, -1), entry.slice(-1)] as const)

/** What characters are read as besides; of those that names and business use. */
const OTHERS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    '长chang 调tiao 弹tan 重chong 行hang 乐yue 还huan 单shan,chan 参shen 传zhuan 藏zang 朝zhao 校jiao 降xiang ' +
    '率shuai 种chong 曾zeng 系ji 宿xiu 尺che 车ju 石dan 匙chi 刹cha 粘nian 茄qie 伺si 泊bo 厦xia 盛cheng ' +
    '会kuai 否pi 乘sheng 解xie 查zha 仇qiu 区ou 朴piao,po 盖ge 翟zhai 尉yu 万mo 员yun 覃qin 缪miao,miu 牟mu ' +
    '莘xin 晟sheng 洗xian 折she 召shao 祭zha 秘bi 繁po 隗kui 乜nie 郗chi 郄xi 黑he 六lu 绿lu 露lou 落la 薄bo ' +
    '血xie 熟shou 色shai 塞se 似shi 削xiao 嚼jiao 壳qiao 给ji 都du 得dei 地di 着zhao 了liao 数shuo 说shui ' +
    '谁shui,shei 什shi 没mo 角jue 觉jiao 奇ji 大dai 便pian 差chai 拓tuo 圈juan 卡qia 扎za 杉sha 模mu 哪nei ' +
    '那nei 呢ni 咖ga 伽qie,ga 强jiang 择zhai 轧zha 仔zai 剥bao 埔pu 堡pu,bu 番pan 佛fo 脯fu 莞wan 龟jun,qiu ' +
    '贾gu 颈geng 靓liang 隽jun 吁yu 圩xu 邪ye 巷hang 虹jiang 荨qian 蛤ge 合ge 核hu 和huo,hu 咳ke 吓he ' +
    '幢zhuang 囤tun 镐hao 桔ju 咀zui 卜bu 栅shan 辗nian 爪zhua 琢zhuo 铣xian 嚣ao 耙pa 芫yuan 荥ying 荠qi ' +
    '蕃fan 呱gua 掴guo 骠piao 玟min 珲hui 溱zhen 歙xi 沓ta 箐jing 黾mian 鹄hu 鹘hu 於wu 阏e 剡yan 仡yi 佴er ' +
    '陂bei,po 蚵ke'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(1).split(',')]),
)

/** The syllables there are. */
export const SYLLABLES: ReadonlySet<string> = new Set(FIRST.map(([syllable]) => syllable))

const inPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const known = new Map<string, readonly string[]>()

/** The last syllable whose first character stands before it, or is it. */
const syllableOf = (character: string): string => {
  let [from, to] = [0, FIRST.length]
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if (inPinyin.compare(FIRST[middle]?.[1] ?? '', character) <= 0) from = middle
    else to = middle
  }
  return FIRST[from]?.[0] ?? ''
}
