/** The window of the workbench. There is one, and it lives as long as the program unless closing it means quitting. */
import { join } from 'node:path'

import { BrowserWindow, type NativeImage } from 'electron'

import type { Clock } from '../../base/clock.ts'
import { APP_ORIGIN } from '../app/assets.ts'
import type { ShellWords } from '../words.ts'
import { showContextMenus } from './contextMenu.ts'
import type { WindowPlace } from './place.ts'
import { currentPlace, rememberPlace } from './rememberPlace.ts'
import { watchPage } from './watchPage.ts'
import { watchZoom, type ZoomWish } from './zoom.ts'

export interface WorkbenchWindowOptions {
  readonly clock: Clock
  readonly place: WindowPlace | undefined
  readonly savePlace: (place: WindowPlace) => void
  /** What closing means, asked each time; `onHidden` follows on `hide`. */
  readonly onClosing: () => 'hide' | 'stay' | 'close'
  readonly onHidden: () => void
  readonly onRestored: () => void
  /** It came into sight, or to the front. */
  readonly onSeen: () => void
  readonly log: (event: string, reason: string) => void
  /** It begins hidden, and is shown when somebody wants it. */
  readonly startsHidden: boolean
  /** In per cent, and a wish for another size. */
  readonly zoom: () => number
  readonly onZoomWish: (wish: ZoomWish) => void
  readonly words: () => ShellWords['edit']
}

export interface WorkbenchWindow {
  /** Brings it to the front, wherever it was. */
  show(): void
  hide(): void
  isInFront(): boolean
  /** Shows everything in it larger or smaller, in per cent. */
  setZoom(percent: number): void
  restartPage(): void
  /** Somebody can see it. */
  isInSight(): boolean
  /** Draws the eye to its button in the taskbar, until it is looked at. */
  flash(): void
  /** Laid over its button in the taskbar of Windows; other systems have a badge of the program. */
  setOverlay(picture: NativeImage | null, words: string): void
}

const SIZES = { width: 1280, height: 800, minWidth: 720, minHeight: 480 }
const PAGE = `${APP_ORIGIN}/index.html`
const TROUBLE_PAGE = `${APP_ORIGIN}/trouble.html`

export const openWorkbenchWindow = (options: WorkbenchWindowOptions): WorkbenchWindow => {
  const { place, savePlace, onClosing, onHidden, onSeen, startsHidden } = options
  const { bounds, maximized } = currentPlace(place, SIZES)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SIZES.minWidth,
    minHeight: SIZES.minHeight,
    // Shown when it has something to show: no white flash.
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // Whether it looks, and in which languages, is said to the session.
      spellcheck: true,
    },
  })
  const maximizeAgain = (): void => {
    if (maximized) window.maximize()
  }
  // Before anything moves it.
  rememberPlace(window, savePlace)
  window.once('ready-to-show', () => {
    // Who starts it hidden finds it maximized when it is shown.
    if (startsHidden) window.once('show', maximizeAgain)
    else {
      maximizeAgain()
      window.show()
    }
  })
  watchZoom(window, options.zoom, options.onZoomWish)
  showContextMenus(window, options.words)
  window.on('close', (event) => {
    const meaning = onClosing()
    if (meaning === 'close') return
    event.preventDefault()
    if (meaning === 'stay') return
    window.hide()
    onHidden()
  })
  const seen = (): void => {
    window.flashFrame(false)
    onSeen()
  }
  window.on('show', seen)
  window.on('restore', seen)
  window.on('focus', seen)
  const care = watchPage(window, { ...options, page: PAGE, troublePage: TROUBLE_PAGE })
  return {
    show: () => {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    hide: () => window.hide(),
    isInFront: () => window.isVisible() && !window.isMinimized() && window.isFocused(),
    setZoom: (percent) => window.webContents.setZoomFactor(percent / 100),
    restartPage: care.restart,
    isInSight: () => window.isVisible() && !window.isMinimized(),
    flash: () => {
      if (!window.isFocused()) window.flashFrame(true)
    },
    setOverlay: (picture, text) => window.setOverlayIcon(picture, text),
  }
}
