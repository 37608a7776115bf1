/** What Qimu Home sells; histories, the shop page and the scripted customers speak of the same things. */
export interface Product {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Price in yuan. */
  readonly price: number
  readonly kind: 'coffee' | 'kitchen' | 'home'
  /** The part that wears or is asked for most. */
  readonly partZh: string
  readonly partEn: string
}

export const products: readonly Product[] = [
  {
    id: 'dawn-s3',
    zh: '晨露 S3 半自动咖啡机',
    en: 'Dawn S3 espresso machine',
    price: 2680,
    kind: 'coffee',
    partZh: '冲煮头密封圈',
    partEn: 'group head gasket',
  },
  {
    id: 'dawn-s5',
    zh: '晨露 S5 双锅炉咖啡机',
    en: 'Dawn S5 dual boiler machine',
    price: 5980,
    kind: 'coffee',
    partZh: '蒸汽棒喷头',
    partEn: 'steam wand tip',
  },
  {
    id: 'pebble',
    zh: '小砾 电动磨豆机',
    en: 'Pebble electric grinder',
    price: 899,
    kind: 'coffee',
    partZh: '锥形刀盘',
    partEn: 'conical burrs',
  },
  {
    id: 'crane',
    zh: '鹤颈 温控手冲壶',
    en: 'Crane gooseneck kettle',
    price: 459,
    kind: 'coffee',
    partZh: '硅胶垫脚',
    partEn: 'silicone feet',
  },
  {
    id: 'grain',
    zh: '谷雨 IH 电饭煲 4L',
    en: 'Grain IH rice cooker 4 L',
    price: 1290,
    kind: 'kitchen',
    partZh: '内胆',
    partEn: 'inner pot',
  },
  {
    id: 'stream',
    zh: '清涧 厨下净水器',
    en: 'Stream under-sink water filter',
    price: 2199,
    kind: 'kitchen',
    partZh: '复合滤芯',
    partEn: 'filter cartridge',
  },
  {
    id: 'ember',
    zh: '余烬 嵌入式蒸烤箱',
    en: 'Ember built-in steam oven',
    price: 4680,
    kind: 'kitchen',
    partZh: '接水盘',
    partEn: 'drip tray',
  },
  {
    id: 'breeze',
    zh: '微岚 空气净化器',
    en: 'Breeze air purifier',
    price: 1799,
    kind: 'home',
    partZh: 'HEPA 滤网',
    partEn: 'HEPA filter',
  },
  {
    id: 'swift',
    zh: '雨燕 无线吸尘器',
    en: 'Swift cordless vacuum',
    price: 1990,
    kind: 'home',
    partZh: '电池组',
    partEn: 'battery pack',
  },
  {
    id: 'moss',
    zh: '青苔 除湿机 20L',
    en: 'Moss dehumidifier 20 L',
    price: 1590,
    kind: 'home',
    partZh: '进风滤网',
    partEn: 'intake filter',
  },
]
