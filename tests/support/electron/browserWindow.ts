/** A window is a page of the size that the window would have, and the rest of it is remembered. */
import { EventEmitter } from 'node:events'

import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'

import { app } from './app.ts'
import { StandInContents } from './webContents.ts'

export class StandInWindow
  extends EventEmitter
  implements
    Pick<
      BrowserWindow,
      | 'close'
      | 'destroy'
      | 'focus'
      | 'getBounds'
      | 'getNormalBounds'
      | 'hide'
      | 'isDestroyed'
      | 'isFocused'
      | 'isMaximized'
      | 'isMinimized'
      | 'isVisible'
      | 'loadURL'
      | 'maximize'
      | 'minimize'
      | 'restore'
      | 'setBounds'
      | 'show'
      | 'unmaximize'
      | 'flashFrame'
      | 'setOverlayIcon'
    >
{
  private static readonly all = new Set<StandInWindow>()
  private static last = 0
  private static focused: StandInWindow | undefined
  readonly id = (StandInWindow.last += 1)
  readonly webContents: StandInContents
  /** As the program asked for it; tests read it. */
  readonly options: BrowserWindowConstructorOptions
  private bounds: Rectangle
  private state: 'normal' | 'maximized' | 'minimized' = 'normal'
  private visible: boolean
  private destroyed = false

  static getAllWindows(): StandInWindow[] {
    return [...StandInWindow.all]
  }

  static getFocusedWindow(): StandInWindow | null {
    return StandInWindow.focused ?? null
  }

  static fromWebContents(contents: unknown): StandInWindow | null {
    return [...StandInWindow.all].find(({ webContents }) => webContents === contents) ?? null
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    const { x = 0, y = 0, width = 800, height = 600, show = true } = options
    this.options = options
    this.bounds = { x, y, width, height }
    this.visible = show
    this.webContents = new StandInContents(options.webPreferences ?? {}, () => ({
      width: this.bounds.width,
      height: this.bounds.height,
    }))
    StandInWindow.all.add(this)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    app.emit('browser-window-created', {}, this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  close(): void {
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    if (!prevented) this.destroy()
  }

  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    StandInWindow.all.delete(this)
    if (StandInWindow.focused === this) StandInWindow.focused = undefined
    void this.webContents.destroy()
    this.emit('closed')
    if (StandInWindow.all.size === 0) app.emit('window-all-closed')
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  show(): void {
    this.visible = true
    this.emit('show')
    this.focus()
  }

  hide(): void {
    this.visible = false
    if (StandInWindow.focused === this) StandInWindow.focused = undefined
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.visible
  }

  focus(): void {
    StandInWindow.focused = this
    void this.webContents.bringToFront().catch(() => undefined)
    this.emit('focus')
  }

  isFocused(): boolean {
    return StandInWindow.focused === this
  }

  getBounds(): Rectangle {
    return { ...this.bounds }
  }

  getNormalBounds(): Rectangle {
    return { ...this.bounds }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
    void this.webContents.resized().catch(() => undefined)
    this.emit('resize')
    this.emit('move')
  }

  maximize(): void {
    this.state = 'maximized'
    this.emit('maximize')
  }

  unmaximize(): void {
    this.state = 'normal'
    this.emit('unmaximize')
  }

  minimize(): void {
    this.state = 'minimized'
    this.emit('minimize')
  }

  restore(): void {
    this.state = 'normal'
    this.emit('restore')
  }

  isMaximized(): boolean {
    return this.state === 'maximized'
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  flashFrame(flash: boolean): void {
    this.emit('stand-in-flash', flash)
  }

  setOverlayIcon(_overlay: unknown, description: string): void {
    this.emit('stand-in-overlay', description)
  }
}
