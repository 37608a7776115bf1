/** The icon in the notification area: what waits for the agent, the way back to a hidden window, and the way out. */
import { Menu, nativeImage, Tray, type NativeImage } from 'electron'

import type { ShellCounts } from '../../preload/contract.ts'
import { AMBER, inGray, RED, withDot, type Bitmap } from '../shell/paint.ts'
import type { ShellWords } from '../words.ts'
import { NOTHING, trayStateOf, type TrayState } from './trayState.ts'

export interface TrayActions {
  readonly closeToTray: () => boolean
  readonly setCloseToTray: (on: boolean) => void
  readonly open: () => void
  /** The icon itself was clicked. */
  readonly click: () => void
  readonly quit: () => void
}

export interface TrayIcon {
  /** In another language. */
  setWords(words: ShellWords): void
  show(counts: ShellCounts): void
  /** Draws the eye to it until it is told to stop. */
  flash(on: boolean): void
}

const SIZE = 16
/** Slower than three a second, which could harm (WCAG 2.3.1). */
const FLASH_MS = 600

/** Undefined where the system has no such place. */
export const createTray = (
  iconFile: string,
  words: ShellWords,
  { closeToTray, setCloseToTray, open, click, quit }: TrayActions,
): TrayIcon | undefined => {
  const icons = iconsOf(nativeImage.createFromPath(iconFile).resize({ width: SIZE, height: SIZE }))
  let tray: Tray
  try {
    tray = new Tray(icons.disconnected)
  } catch {
    return undefined
  }
  let spoken = words
  let counts = NOTHING
  let flashing: NodeJS.Timeout | undefined
  const draw = (): void => {
    tray.setImage(icons[trayStateOf(counts)])
    tray.setToolTip(spoken.trayTip(counts))
  }
  const setWords = (next: ShellWords): void => {
    spoken = next
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: next.open, click: open },
        { type: 'separator' },
        {
          label: next.closeToTray,
          type: 'checkbox',
          checked: closeToTray(),
          click: ({ checked }) => setCloseToTray(checked),
        },
        { type: 'separator' },
        { label: next.quit, click: quit },
      ]),
    )
    draw()
  }
  tray.on('click', click)
  setWords(words)
  return {
    setWords,
    show: (next) => {
      counts = next
      draw()
    },
    flash: (on) => {
      if (on === (flashing !== undefined)) return
      clearInterval(flashing)
      flashing = undefined
      draw()
      if (!on) return
      let isLit = true
      flashing = setInterval(() => {
        isLit = !isLit
        tray.setImage(icons[isLit ? 'unread' : 'idle'])
      }, FLASH_MS)
    },
  }
}

const iconsOf = (idle: NativeImage): Readonly<Record<TrayState, NativeImage>> => {
  const bitmap: Bitmap = { bytes: idle.toBitmap(), size: SIZE }
  return {
    idle,
    waiting: imageOf(withDot(bitmap, AMBER)),
    unread: imageOf(withDot(bitmap, RED)),
    disconnected: imageOf(inGray(bitmap)),
  }
}

export const imageOf = ({ bytes, size }: Bitmap): NativeImage =>
  nativeImage.createFromBitmap(bytes, { width: size, height: size })
