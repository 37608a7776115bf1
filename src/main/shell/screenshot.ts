/**
 * A picture of the screen, for the window that asks.
 *
 * Where Wayland shows the screen only through a portal, the system asks the person which part of it may be seen: then
 * there is one source, and it is asked for once.
 */
import { setTimeout as wait } from 'node:timers/promises'

import {
  desktopCapturer,
  screen,
  systemPreferences,
  type DesktopCapturerSource,
  type Display,
} from 'electron'

import type { Screenshot, ScreenSource } from '../../preload/contract.ts'

/** What of the window matters here. */
export interface HiddenWindow {
  show(): void
  hide(): void
}

export interface ScreenshotOptions {
  readonly window: () => HiddenWindow | undefined
  /** The window is to be no part of the picture. */
  readonly isLeftOut: () => boolean
}

/** Until systems have painted what was behind a window. */
const GONE_MS = 300
const NOTHING = { width: 0, height: 0 }

export const createScreenshots = ({
  window,
  isLeftOut,
}: ScreenshotOptions): ((source: string | null) => Promise<Screenshot>) => {
  let isTaking = false
  return async (wanted) => {
    if (isTaking) return { kind: 'failed' }
    if (isDenied()) return { kind: 'denied' }
    isTaking = true
    const hidden = isLeftOut() ? window() : undefined
    try {
      if (hidden) {
        hidden.hide()
        await wait(GONE_MS)
      }
      return await take(wanted)
    } catch {
      return { kind: 'failed' }
    } finally {
      isTaking = false
      // Also where the key was pressed in another program: what follows happens here.
      window()?.show()
    }
  }
}

const isDenied = (): boolean =>
  process.platform === 'darwin' &&
  ['denied', 'restricted'].includes(systemPreferences.getMediaAccessStatus('screen'))

const isPortal = (): boolean => process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland'

const take = async (wanted: string | null): Promise<Screenshot> => {
  const display = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
  const size = sizeOf(display)
  const all = isPortal()
    ? await desktopCapturer.getSources({ types: ['screen', 'window'], thumbnailSize: size })
    : await desktopCapturer.getSources({ types: ['screen', 'window'], thumbnailSize: NOTHING })
  const chosen =
    all.find(({ id }) => id === wanted) ??
    all.find(({ display_id: id }) => id === String(display.id)) ??
    all.find(({ id }) => kindOf(id) === 'screen') ??
    all[0]
  if (!chosen) return { kind: 'failed' }
  const pictured = isPortal() ? chosen : await withPicture(chosen.id, size)
  if (!pictured || pictured.thumbnail.isEmpty()) return { kind: 'failed' }
  // Pixels, whatever the display makes of them.
  const { width, height } = pictured.thumbnail.getSize(1)
  return {
    kind: 'taken',
    width,
    height,
    pixels: new Uint8Array(pictured.thumbnail.toBitmap({ scaleFactor: 1 })),
    source: chosen.id,
    sources: all.map(sourceOf),
  }
}

const sizeOf = ({ size, scaleFactor }: Display): { readonly width: number; readonly height: number } => ({
  width: Math.round(size.width * scaleFactor),
  height: Math.round(size.height * scaleFactor),
})

const withPicture = async (
  id: string,
  thumbnailSize: { readonly width: number; readonly height: number },
): Promise<DesktopCapturerSource | undefined> => {
  const sources = await desktopCapturer.getSources({ types: [kindOf(id)], thumbnailSize })
  return sources.find((source) => source.id === id)
}

const kindOf = (id: string): ScreenSource['kind'] => (id.startsWith('window:') ? 'window' : 'screen')

const sourceOf = ({ id, name }: DesktopCapturerSource): ScreenSource => ({
  id,
  name: name.slice(0, 100),
  kind: kindOf(id),
})
