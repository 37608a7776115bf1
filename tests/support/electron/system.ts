/** What the system would show or do: recorded, and fired by tests. */
import { EventEmitter } from 'node:events'

import type {
  Clipboard,
  DesktopCapturer,
  DesktopCapturerSource,
  Display,
  GlobalShortcut,
  MenuItemConstructorOptions,
  NativeImage,
  Notification as ElectronNotification,
  NotificationConstructorOptions,
  PowerMonitor,
  SafeStorage,
  ProxyConfig,
  Screen,
  Session,
  Shell,
  SourcesOptions,
  SystemPreferences,
  Tray as ElectronTray,
} from 'electron'

import { record } from './state.ts'

export const powerMonitor = new EventEmitter() satisfies Pick<PowerMonitor, 'emit'>

export const shell = {
  openExternal: async (url: string) => record('opened', url),
  openPath: async (path: string) => {
    record('folder shown', path)
    return ''
  },
  showItemInFolder: (path: string) => record('file shown in its folder', path),
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>

type Area = Pick<Display, 'id' | 'size' | 'bounds' | 'workArea' | 'scaleFactor'>

const area = (id: number, x: number, y: number, width: number, height: number): Area => ({
  id,
  size: { width, height },
  bounds: { x, y, width, height },
  workArea: { x, y, width, height },
  scaleFactor: 1,
})

/** The displays of this start: a laptop's, and beside it another one unless it was unplugged. */
const displays = (): Area[] => [
  area(1, 0, 0, 1440, 900),
  ...(process.env['STAND_IN_DISPLAYS'] === '1' ? [] : [area(2, 1440, 0, 1920, 1080)]),
]

export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => displays() as Display[],
  getPrimaryDisplay: () => displays()[0] as Display,
  getDisplayNearestPoint: () => displays()[0] as Display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
}) satisfies Pick<
  Screen,
  'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayNearestPoint' | 'getCursorScreenPoint'
>

/** Pictures tell themselves apart by their bytes. */
const imageOf = (bytes: Buffer, size = { width: 16, height: 16 }): NativeImage =>
  ({
    resize: () => imageOf(bytes),
    isEmpty: () => bytes.length === 0,
    toBitmap: () => bytes,
    getSize: () => size,
  }) as unknown as NativeImage

export const nativeImage = {
  createFromPath: () => imageOf(Buffer.alloc(16 * 16 * 4, 128)),
  createFromBitmap: (bytes: Buffer) => imageOf(bytes),
}

export class StandInNotification
  extends EventEmitter
  implements Pick<ElectronNotification, 'show' | 'close'>
{
  /** Those that are shown; tests click them and write into them. */
  static readonly shown: StandInNotification[] = []
  static isSupported(): boolean {
    return true
  }

  readonly content: NotificationConstructorOptions

  constructor(content: NotificationConstructorOptions) {
    super()
    this.content = content
  }

  show(): void {
    StandInNotification.shown.push(this)
    record('notification', this.content)
  }

  close(): void {
    const index = StandInNotification.shown.indexOf(this)
    if (index < 0) return
    StandInNotification.shown.splice(index, 1)
    this.emit('close', {})
  }
}

/** What there is to see: the screen, half red and half blue, and the green window of another program. */
export const desktopCapturer = {
  getSources: async ({ types, thumbnailSize }: SourcesOptions) => {
    const { width, height } = thumbnailSize ?? { width: 150, height: 150 }
    const painted = (left: Color, right: Color): NativeImage => {
      const bytes = Buffer.alloc(width * height * 4)
      for (let at = 0; at < width * height; at += 1) bytes.set(at % width < width / 2 ? left : right, at * 4)
      return imageOf(bytes, { width, height })
    }
    return [
      { id: 'screen:1:0', name: 'Entire screen', display_id: '1', thumbnail: painted(RED, BLUE) },
      { id: 'window:7:0', name: 'Orders', display_id: '', thumbnail: painted(GREEN, GREEN) },
    ].filter(({ id }) => types.some((type) => id.startsWith(type))) as unknown as DesktopCapturerSource[]
  },
} satisfies Pick<DesktopCapturer, 'getSources'>

/** Blue first. */
type Color = readonly [number, number, number, number]
const RED: Color = [0, 0, 220, 255]
const BLUE: Color = [220, 0, 0, 255]
const GREEN: Color = [0, 160, 0, 255]

/** Keys of the whole system: tests press them. `STAND_IN_TAKEN_KEY`: another program has it. */
const pressed = new Map<string, () => void>()
export const globalShortcut = {
  register: (accelerator: string, callback: () => void) => {
    if (accelerator === process.env['STAND_IN_TAKEN_KEY']) return false
    pressed.set(accelerator, callback)
    return true
  },
  unregisterAll: () => pressed.clear(),
  /** Only here. */
  press: (accelerator: string) => pressed.get(accelerator)?.(),
} satisfies Partial<GlobalShortcut> & { press(accelerator: string): void }

export const clipboard = {
  writeText: async (text: string) => record('copied', text),
} satisfies Pick<Clipboard, 'writeText'>

export const systemPreferences = {
  getMediaAccessStatus: () => 'granted' as const,
} satisfies Partial<SystemPreferences>

/** A menu keeps its template: tests click its items. */
export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) =>
    // What the program reads as an array, tests too.
    Object.assign(template, { popup: () => record('menu', template) }),
  setApplicationMenu: (menu: unknown) => record('application menu', menu),
}

export class StandInTray
  extends EventEmitter
  implements Pick<ElectronTray, 'setToolTip' | 'setImage' | 'destroy'>
{
  /** The icons that are shown; tests click them. */
  static readonly shown: StandInTray[] = []
  menu: MenuItemConstructorOptions[] = []
  tip = ''

  constructor(_image: unknown) {
    super()
    if (process.env['STAND_IN_TRAY'] === 'none') throw new Error('there is no notification area')
    StandInTray.shown.push(this)
  }

  setToolTip(text: string): void {
    this.tip = text
  }

  setImage(image: NativeImage): void {
    record('tray image', image.toBitmap().toString('base64'))
  }

  setContextMenu(menu: unknown): void {
    this.menu = menu as MenuItemConstructorOptions[]
  }

  destroy(): void {
    StandInTray.shown.splice(StandInTray.shown.indexOf(this), 1)
  }
}

/**
 * The key store of the system. `STAND_IN_KEY_STORE`: `none` has none; any other value is its name, and what one
 * store encrypted another cannot read.
 */
const store = (): string => process.env['STAND_IN_KEY_STORE'] ?? 'gnome_libsecret'

export const safeStorage = {
  isEncryptionAvailable: () => store() !== 'none',
  isAsyncEncryptionAvailable: async () => store() !== 'none',
  getSelectedStorageBackend: () => (store() === 'none' ? 'basic_text' : 'gnome_libsecret'),
  encryptStringAsync: async (text: string) => {
    if (store() === 'none') throw new Error('Encryption is not available.')
    return Buffer.from(`${store()}:${Buffer.from(text).toString('base64')}`)
  },
  decryptStringAsync: async (sealed: Buffer) => {
    const [name, text] = sealed.toString().split(':')
    if (store() === 'none' || name !== store()) throw new Error('Error while decrypting the ciphertext.')
    return { result: Buffer.from(text ?? '', 'base64').toString(), shouldReEncrypt: false }
  },
} satisfies Partial<SafeStorage>

type Answer = (allowed: boolean) => void
type RequestHandler = (contents: unknown, permission: string, answer: Answer, details: unknown) => void
type CheckHandler = (contents: unknown, permission: string, origin: string, details: unknown) => boolean

/** The rules of the program for its pages, kept where tests can ask them; and the way to the network. */
class StandInSession
  extends EventEmitter
  implements Pick<Session, 'emit' | 'setProxy' | 'resolveProxy' | 'closeAllConnections'>
{
  permissionRequest: RequestHandler | null = null
  permissionCheck: CheckHandler | null = null
  device: (() => boolean) | null = null
  proxy: ProxyConfig = { mode: 'system' }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.permissionRequest = handler
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.permissionCheck = handler
  }

  async setProxy(config: ProxyConfig): Promise<void> {
    this.proxy = config
  }

  async closeAllConnections(): Promise<void> {
    record('connections closed', null)
  }

  /** As Chromium does it, this computer is reached without a proxy. */
  async resolveProxy(url: string): Promise<string> {
    const isHere = ['127.0.0.1', 'localhost'].includes(new URL(url).hostname)
    const rules = this.proxy.mode === 'fixed_servers' && !isHere ? this.proxy.proxyRules : undefined
    return rules === undefined ? 'DIRECT' : `PROXY ${new URL(rules).host}`
  }

  setDevicePermissionHandler(handler: (() => boolean) | null): void {
    this.device = handler
  }

  readonly availableSpellCheckerLanguages = ['de', 'en-GB', 'en-US', 'fr']

  setSpellCheckerLanguages(languages: string[]): void {
    record('spelling languages', languages)
  }

  setSpellCheckerEnabled(on: boolean): void {
    record('spelling', on)
  }

  addWordToSpellCheckerDictionary(word: string): boolean {
    record('word learned', word)
    return true
  }
}

export const session = { defaultSession: new StandInSession() }
