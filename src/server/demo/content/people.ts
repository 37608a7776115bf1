import type { Random } from '../random.ts'

/** A made-up person. Numbers and addresses are from ranges that belong to nobody. */
export interface Person {
  readonly name: string
  /** How an agent addresses them. */
  readonly polite: string
  readonly language: 'zh-CN' | 'en'
  readonly phone: string
  readonly email: string
  readonly region: string
  readonly city: string
}

const SURNAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈任姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤',
)
const WOMEN = [
  '子涵',
  '雨桐',
  '欣怡',
  '梓萱',
  '佳宁',
  '若溪',
  '晓彤',
  '静怡',
  '丽华',
  '海燕',
  '诗涵',
  '雅琴',
  '春梅',
  '婉清',
  '依依',
  '敏',
  '婷',
  '静',
  '娜',
  '倩',
  '楠',
  '悦',
  '萌',
  '秋月',
  '书瑶',
  '安琪',
  '语嫣',
  '知微',
  '可欣',
  '小满',
  '予宁',
  '慧敏',
  '玉兰',
]
const MEN = [
  '浩然',
  '俊杰',
  '思远',
  '一鸣',
  '文博',
  '志强',
  '建国',
  '晨曦',
  '宇航',
  '嘉禾',
  '明轩',
  '国庆',
  '少峰',
  '凯文',
  '伟',
  '磊',
  '洋',
  '超',
  '鹏',
  '睿',
  '阳',
  '立新',
  '永康',
  '子墨',
  '天宇',
  '沐阳',
  '景行',
  '望舒',
  '怀瑾',
  '立夏',
  '秉文',
  '建平',
]
const CITIES: readonly (readonly [string, string])[] = [
  ['上海', '上海'],
  ['北京', '北京'],
  ['浙江', '杭州'],
  ['浙江', '宁波'],
  ['江苏', '南京'],
  ['江苏', '苏州'],
  ['广东', '深圳'],
  ['广东', '广州'],
  ['广东', '佛山'],
  ['四川', '成都'],
  ['重庆', '重庆'],
  ['湖北', '武汉'],
  ['湖南', '长沙'],
  ['陕西', '西安'],
  ['福建', '厦门'],
  ['福建', '福州'],
  ['山东', '青岛'],
  ['山东', '济南'],
  ['天津', '天津'],
  ['辽宁', '大连'],
  ['河南', '郑州'],
  ['安徽', '合肥'],
  ['云南', '昆明'],
  ['广西', '南宁'],
]
const FIRST = [
  'Emma',
  'Oliver',
  'Charlotte',
  'James',
  'Sofia',
  'Lucas',
  'Mia',
  'Ethan',
  'Hannah',
  'Noah',
  'Isabel',
  'Daniel',
  'Grace',
  'Marco',
  'Priya',
  'Aisha',
  'Tom',
  'Nadia',
  'Henry',
  'Freya',
  'Leon',
  'Clara',
  'Samuel',
  'Yuki',
  'Ines',
  'Arjun',
  'Maya',
  'Patrick',
]
const LAST = [
  'Clarke',
  'Bennett',
  'Novak',
  'Fischer',
  'Hughes',
  'Moreau',
  'Rossi',
  'Lindqvist',
  'Okafor',
  'Sharma',
  'Tanaka',
  'Walsh',
  'Grant',
  'Keller',
  'Costa',
  'Nguyen',
  'Bauer',
  'Hayes',
  'Murray',
  'Silva',
  'Reid',
  'Larsen',
  'Dubois',
  'Patel',
  'Young',
]
const PLACES: readonly (readonly [string, string])[] = [
  ['Singapore', 'Singapore'],
  ['United Kingdom', 'Manchester'],
  ['United Kingdom', 'London'],
  ['Australia', 'Melbourne'],
  ['Canada', 'Vancouver'],
  ['United States', 'Seattle'],
  ['Ireland', 'Dublin'],
  ['New Zealand', 'Auckland'],
  ['Hong Kong', 'Hong Kong'],
]
const MAIL_HOSTS = ['example.com', 'example.net', 'example.org', 'mail.example.com']

export const personOf = (random: Random, language: 'zh-CN' | 'en'): Person =>
  language === 'en' ? englishPerson(random) : chinesePerson(random)

const chinesePerson = (random: Random): Person => {
  const surname = random.pick(SURNAMES)
  const [region, city] = random.pick(CITIES)
  const woman = random.chance(0.55)
  return {
    name: surname + random.pick(woman ? WOMEN : MEN),
    polite: surname + (woman ? '女士' : '先生'),
    language: 'zh-CN',
    // No Chinese mobile number begins with 100.
    phone: `+86 100 ${random.digits(4)} ${random.digits(4)}`,
    email: `${random.pick(['m', 'user', 'hi', 'home', 'a'])}${random.digits(5)}@${random.pick(MAIL_HOSTS)}`,
    region,
    city,
  }
}

const englishPerson = (random: Random): Person => {
  const first = random.pick(FIRST)
  const last = random.pick(LAST)
  const [region, city] = random.pick(PLACES)
  return {
    name: `${first} ${last}`,
    polite: first,
    language: 'en',
    // 555-0100 to 555-0199 are kept for fiction.
    phone: `+1 (${random.pick(['206', '415', '604', '312'])}) 555-01${random.digits(2)}`,
    email: `${first}.${last}@${random.pick(MAIL_HOSTS)}`.toLowerCase(),
    region,
    city,
  }
}
