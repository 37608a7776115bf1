/** What a window says to the main process: each thing once as agreed, and as much as is wanted that is not (T4). */
import type { ShellMessage, ShellRequests } from '../../src/preload/contract.ts'
import type { Random } from '../../src/server/demo/random.ts'

export interface Speech {
  /** What it is, or was before it was spoiled. */
  readonly name: string
  readonly channel: 'shell.tell' | 'shell.ask'
  readonly said: readonly unknown[]
}

const MESSAGES: { readonly [K in ShellMessage['kind']]: Extract<ShellMessage, { readonly kind: K }> } = {
  'core.connect': { kind: 'core.connect' },
  'window.watch': { kind: 'window.watch' },
  'window.language': { kind: 'window.language', language: 'en' },
  'window.frames': { kind: 'window.frames', addresses: ['https://shop.example/orders'] },
  'window.quit': { kind: 'window.quit', yes: true },
  'window.restart': { kind: 'window.restart', part: 'core' },
  'logs.open': { kind: 'logs.open' },
  'start.list-painted': { kind: 'start.list-painted' },
  'file.show-in-folder': { kind: 'file.show-in-folder', fileId: 'f1' },
  'update.check': { kind: 'update.check' },
  'update.install': { kind: 'update.install' },
  'signs.counts': {
    kind: 'signs.counts',
    counts: { isConnected: true, unread: 1, messages: 2, waiting: 3, isQuiet: false },
  },
  'signs.alert': {
    kind: 'signs.alert',
    alert: {
      conversationId: 'c1',
      sessionId: 's1',
      title: 'Wu Tong',
      text: 'Hello',
      textWhenLocked: false,
      canReply: true,
      silent: true,
    },
  },
  'proxy.answer': { kind: 'proxy.answer', answer: { name: 'mia', password: 'right' } },
  'device.change': {
    kind: 'device.change',
    changes: { zoom: 110, spelling: true, spellingLanguages: ['en-US'], closeToTray: false },
  },
}

const REQUESTS: { readonly [N in keyof ShellRequests]: ShellRequests[N]['args'] } = {
  'sign-in.take': [],
  'link.open': ['https://example.org/'],
  'cache.unlock': ['right horse'],
  'cache.protect': ['right horse'],
  'cache.change-password': [{ former: 'right horse', next: 'other horse' }],
  'cache.erase': [],
  'diagnostics.get': [],
  'network.get': [],
  'network.choose': [{ mode: 'manual', address: 'proxy.example:3128', except: '' }],
  'keys.use': [
    { screenshot: ['Mod+Alt+A'], oldestUnread: ['Mod+Alt+Z'], showWindow: ['Mod+Alt+W'], acceptAnywhere: [] },
  ],
  'screenshot.take': ['screen:1:0'],
}

/** Everything that can be said, as agreed. */
export const AGREED: readonly Speech[] = [
  ...Object.entries(MESSAGES).map(([name, message]): Speech => ({
    name,
    channel: 'shell.tell',
    said: [message],
  })),
  ...Object.entries(REQUESTS).map(([name, args]): Speech => ({
    name,
    channel: 'shell.ask',
    said: [name, ...args],
  })),
]

/** The same with one thing in it that is wrong wherever it stands. */
export const spoiled = (random: Random, speech: Speech): Speech => {
  const said = structuredClone(speech.said) as unknown[]
  const places = placesIn(said)
  const wrong = random.pick(WRONGS)(random)
  switch (random.int(0, 4)) {
    case 0:
      return { ...speech, said: [...said, wrong] }
    case 1: {
      // Nobody asked for it.
      const objects = [...places.map(({ value }) => value), ...said].filter(isPlain)
      const target = objects.length > 0 ? random.pick(objects) : undefined
      if (target) Object.defineProperty(target, random.pick(FOREIGN_KEYS), { value: wrong, enumerable: true })
      else said.push(wrong)
      return { ...speech, said }
    }
    case 2:
      // What it is called, or that it is called anything.
      return { ...speech, said: renamed(random, said) }
    case 3:
      return { ...speech, said: random.chance(0.5) ? [] : [wrong] }
    default: {
      if (places.length === 0) return { ...speech, said: [wrong, ...said] }
      const { holder, key, value } = random.pick(places)
      holder[key] = wrongFor(random, value)
      return { ...speech, said }
    }
  }
}

interface Place {
  readonly holder: Record<string | number, unknown>
  readonly key: string | number
  readonly value: unknown
}

/** Everything inside what is said, however deep. */
const placesIn = (holder: object): readonly Place[] =>
  Object.entries(holder).flatMap(([key, value]) => [
    { holder: holder as Place['holder'], key, value },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ])

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Neither of the type that belongs there nor nothing, which sometimes may stand there. */
const wrongFor = (random: Random, value: unknown): unknown => {
  if (typeof value === 'string' && random.chance(0.3)) return 'x'.repeat(random.int(5_000, 20_000))
  if (typeof value === 'number' && random.chance(0.3)) return random.pick(NO_COUNTS)
  if (Array.isArray(value) && random.chance(0.3)) return Array.from({ length: random.int(13, 500) }, () => '')
  for (;;) {
    const wrong = random.pick(WRONGS)(random)
    if (typeof wrong !== typeof value || Array.isArray(wrong) !== Array.isArray(value) || isOdd(wrong))
      return wrong
  }
}

const NO_COUNTS = [Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 2 ** 53, -0.1, 1e308]

/** An object of a kind that stands nowhere. */
const isOdd = (value: unknown): boolean =>
  isPlain(value) && (value instanceof Date || value instanceof Map || ArrayBuffer.isView(value))

/** As they arrive: what cannot be copied to another process does not. */
const WRONGS: readonly ((random: Random) => unknown)[] = [
  () => true,
  (random) => random.pick([...NO_COUNTS, 0, 1]),
  (random) => random.pick(PATHS),
  (random) => String.fromCodePoint(...Array.from({ length: random.int(0, 40) }, () => random.int(0, 0xd7ff))),
  () => ({}),
  () => ({ toString: 'x', length: 1, kind: 'logs.open' }),
  () => [],
  (random) => Array.from({ length: random.int(1, 300) }, () => ({ a: [[[]]] })),
  (random) => nested(random.int(1, 200)),
  () => new Date(0),
  () => new Map([['kind', 'logs.open']]),
  (random) => new Uint8Array(random.int(0, 2_000)),
  () => JSON.parse('{"__proto__":{"kind":"logs.open"},"constructor":1}') as unknown,
]

const PATHS = [
  '/etc/passwd',
  'file:///etc/passwd',
  '..\\..\\secret',
  '../../secret',
  "'; DROP TABLE message; --",
  'javascript:alert(1)',
  '\u0000',
  '\u202Egnp.exe',
  '',
]

const FOREIGN_KEYS = ['path', 'sql', '__proto__', 'constructor', 'toString', 'args', '0', '']

const nested = (depth: number): unknown => {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = { value }
  return value
}

const NAMES = ['', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'core', 'shell.tell', 'fs.read']

const renamed = (random: Random, [first, ...rest]: readonly unknown[]): unknown[] => {
  const name = random.chance(0.2) ? random.pick([1, true, null, [], {}]) : random.pick(NAMES)
  return [isPlain(first) ? { ...first, kind: name } : name, ...rest]
}
