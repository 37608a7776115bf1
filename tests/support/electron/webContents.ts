/** The page of a window: a page of Chromium, with the preload in a world of its own. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { IpcMainInvokeEvent, WebContents, WebPreferences, WindowOpenHandlerResponse } from 'electron'

import type { CdpSession, Fields } from './cdp.ts'
import { invoke, ipcMain } from './ipcMain.ts'
import { HandedPorts, type PortMessage } from './ports.ts'
import { answerOf, fromBrowser, toBrowser } from './schemes.ts'
import { record, theBrowser } from './state.ts'
import { decode, encode } from './structured.ts'
import { openTarget } from './targets.ts'

const WORLD = 'electron-preload'

type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'port'; readonly id: number; readonly data: string }

const script = (name: string): string => readFileSync(join(import.meta.dirname, 'page', name), 'utf8')
/** The one function of the file, called with these arguments. */
const call = (name: string, ...args: string[]): string =>
  `(${script(name).replace(/^[^]*?module\.exports = /u, '')})(${args.join(', ')})`

type OpenHandler = (details: { readonly url: string }) => WindowOpenHandlerResponse

export class StandInContents
  extends EventEmitter
  implements
    Pick<
      WebContents,
      | 'loadURL'
      | 'reload'
      | 'send'
      | 'postMessage'
      | 'getURL'
      | 'isDestroyed'
      | 'isCrashed'
      | 'forcefullyCrashRenderer'
      | 'executeJavaScript'
      | 'setZoomFactor'
      | 'replaceMisspelling'
    >
{
  private static last = 0
  readonly id = (StandInContents.last += 1)
  private readonly preferences: WebPreferences
  private readonly size: () => { readonly width: number; readonly height: number }
  private target: Promise<{ readonly id: string; readonly cdp: CdpSession }>
  private openHandler: OpenHandler = () => ({ action: 'allow' })
  private handed: HandedPorts
  private url = ''
  private expected = ''
  private world: unknown
  private worldReady = false
  private waiting: Fields[] = []
  private zoom = 1
  private crashed = false
  private destroyed = false

  constructor(preferences: WebPreferences, size: () => { readonly width: number; readonly height: number }) {
    super()
    this.preferences = preferences
    this.size = size
    this.handed = this.newHanded()
    this.target = this.open()
  }

  getURL(): string {
    return this.url
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isCrashed(): boolean {
    return this.crashed
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  async loadURL(url: string): Promise<void> {
    // A page that crashed is replaced: tools that were connected to it would not see the next one.
    if (this.crashed) {
      const old = await this.target
      this.crashed = false
      this.target = this.open()
      void (await theBrowser()).send('Target.closeTarget', { targetId: old.id }).catch(() => undefined)
    }
    const { cdp } = await this.target
    this.expected = toBrowser(url)
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve))
    this.emit('did-start-loading')
    const { errorText } = await cdp.send('Page.navigate', { url: this.expected })
    if (typeof errorText === 'string') throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  reload(): void {
    void this.loadURL(this.url)
  }

  send(channel: string, ...args: unknown[]): void {
    this.say({ kind: 'event', channel, args: encode(args), ports: [] })
  }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    this.say({ kind: 'event', channel, args: encode([message]), ports: this.handed.hand(transfer) })
  }

  forcefullyCrashRenderer(): void {
    void this.target.then(({ cdp }) => cdp.send('Page.crash')).catch(() => undefined)
  }

  /** With `userGesture` as if a hand had done it, which opens what a page alone may not. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { cdp } = await this.target
    const options = { expression: code, userGesture, awaitPromise: true, returnByValue: true }
    const { result } = await cdp.send('Runtime.evaluate', options)
    return (result as { readonly value?: unknown }).value
  }

  /** Not of Electron: an address, or a file by its address, is dropped onto the page. */
  async drop(url: string): Promise<void> {
    const { cdp } = await this.target
    const data = { items: [{ mimeType: 'text/uri-list', data: url }], files: [], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await cdp.send('Input.dispatchDragEvent', { type, x: 5, y: 5, data })
  }

  async bringToFront(): Promise<void> {
    const { cdp } = await this.target
    await cdp.send('Page.bringToFront')
  }

  async resized(): Promise<void> {
    const { cdp } = await this.target
    await cdp.send('Emulation.setDeviceMetricsOverride', this.metrics())
  }

  /** The page has less room the larger everything is. */
  setZoomFactor(factor: number): void {
    if (factor === this.zoom) return
    this.zoom = factor
    void this.resized().catch(() => undefined)
  }

  replaceMisspelling(word: string): void {
    record('word replaced', word)
  }

  private metrics() {
    const { width, height } = this.size()
    return {
      width: Math.round(width / this.zoom),
      height: Math.round(height / this.zoom),
      deviceScaleFactor: this.zoom,
      mobile: false,
    }
  }

  async destroy(): Promise<void> {
    if (this.destroyed) return
    this.destroyed = true
    this.handed.end()
    this.emit('destroyed')
    const { id } = await this.target
    await (await theBrowser()).send('Target.closeTarget', { targetId: id })
  }

  private newHanded(): HandedPorts {
    return new HandedPorts((message) =>
      this.say(message.kind === 'port' ? { ...message, data: encode(message.data) } : message),
    )
  }

  private say(message: Fields): void {
    if (this.destroyed) return
    if (!this.worldReady) {
      this.waiting.push(message)
      return
    }
    const expression = `standInHears(${JSON.stringify(message)})`
    void this.target
      .then(({ cdp }) => cdp.send('Runtime.evaluate', { contextId: this.world, expression }))
      // The page went away meanwhile.
      .catch(() => undefined)
  }

  private async open(): Promise<{ readonly id: string; readonly cdp: CdpSession }> {
    const browser = await theBrowser()
    const id = await openTarget(browser, () => this.wanted())
    const cdp = await browser.attach(id)
    this.follow(cdp, id)
    const preload = this.preferences.preload ? readFileSync(this.preferences.preload, 'utf8') : ''
    const codec = [encode.toString(), decode.toString()]
    const scripts = [
      {
        source: call(
          'isolated.cjs',
          ...codec,
          `function (require, process, module) {${preload}\n}`,
          PLATFORM,
        ),
        worldName: WORLD,
      },
      { source: call('main.cjs', ...codec) },
    ]
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Inspector.enable'),
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      cdp.send('Runtime.addBinding', { name: 'standIn', executionContextName: WORLD }),
      ...scripts.map((one) => cdp.send('Page.addScriptToEvaluateOnNewDocument', one)),
      cdp.send('Emulation.setDeviceMetricsOverride', this.metrics()),
    ])
    return { id, cdp }
  }

  private follow(cdp: CdpSession, targetId: string): void {
    cdp.on('Runtime.executionContextsCleared', () => this.left())
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const { id, name, auxData } = context as {
        readonly id: number
        readonly name: string
        readonly auxData?: { readonly frameId?: string }
      }
      if (name === WORLD && auxData?.frameId === targetId) this.world = id
    })
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      if (executionContextId === this.world) this.hear(JSON.parse(String(payload)) as FromPage)
    })
    cdp.on('Page.frameNavigated', ({ frame }) => {
      const { id, url } = frame as { readonly id: string; readonly url: string }
      if (id === targetId) this.url = fromBrowser(url)
    })
    cdp.on('Page.loadEventFired', () => this.emit('did-finish-load'))
    cdp.on('Inspector.targetCrashed', () => {
      this.crashed = true
      this.left()
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
    })
    cdp.on('Fetch.requestPaused', (paused) => {
      void this.answer(cdp, targetId, paused).catch(() => undefined)
    })
  }

  /** The document is gone, and everything that spoke with it. */
  private left(): void {
    this.worldReady = false
    this.handed.end()
    this.handed = this.newHanded()
  }

  private hear(message: FromPage): void {
    const event = {
      sender: this,
      senderFrame: { url: this.url, parent: null },
    } as unknown as IpcMainInvokeEvent
    switch (message.kind) {
      case 'ready': {
        this.worldReady = true
        const { waiting } = this
        this.waiting = []
        for (const one of waiting) this.say(one)
        break
      }
      case 'send':
        ipcMain.emit(message.channel, event, ...(decode(message.args) as unknown[]))
        break
      case 'invoke':
        void invoke(event, message.channel, decode(message.args) as unknown[]).then(({ value, error }) =>
          this.say({ kind: 'answer', id: message.id, value: encode(value), error }),
        )
        break
      case 'port':
        this.handed.heard({ ...message, data: decode(message.data) } satisfies PortMessage)
        break
    }
  }

  private async answer(cdp: CdpSession, targetId: string, paused: Fields): Promise<void> {
    const { requestId, resourceType, frameId, redirectedRequestId } = paused
    const { url } = paused['request'] as { readonly url: string }
    const isMainFrame = frameId === targetId
    if (resourceType === 'Document' && url !== this.expected) {
      const names = redirectedRequestId
        ? ['will-redirect']
        : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])]
      if (names.some((name) => this.isPrevented(name, fromBrowser(url), isMainFrame))) {
        record('navigation refused', fromBrowser(url))
        await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        return
      }
    }
    if (isMainFrame && url === this.expected) this.expected = ''
    const answer = await answerOf(url)
    if (!answer) {
      record('request', url)
      await cdp.send('Fetch.continueRequest', { requestId })
      return
    }
    await cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: answer.status,
      responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
    })
  }

  private isPrevented(name: string, url: string, isMainFrame: boolean): boolean {
    let prevented = false
    this.emit(name, { url, isMainFrame, preventDefault: () => (prevented = true) })
    return prevented
  }

  /** The page wants another window. The address is not known yet when the browser tells. */
  private wanted(): void {
    const { action } = this.openHandler({ url: '' })
    record('window wanted', action)
    if (action !== 'deny') throw new Error('the stand-in opens no windows for pages')
  }
}

const PLATFORM = JSON.stringify(process.platform)
