/** Takes the picture: through the shell in the desktop program, and elsewhere as far as the browser lets a page. */
import type { Screenshot, ScreenSource } from '../../../preload/contract.ts'
import { emptyCanvas, type Canvas } from './paint.ts'

export interface Picture {
  readonly canvas: Canvas
  /** What it was taken of, and what else it could be taken of; none: the browser asks each time. */
  readonly source: string
  readonly sources: readonly ScreenSource[]
}

/** Why there is none; `left`: the person did not want it after all. */
export type CaptureFailure = 'denied' | 'failed' | 'left'

export const canCapture = (): boolean =>
  window.foyer !== undefined || typeof navigator.mediaDevices?.getDisplayMedia === 'function'

export const capture = (source: string | null): Promise<Picture | CaptureFailure> =>
  window.foyer ? window.foyer.ask('screenshot.take', source).then(pictureOf) : captureInBrowser()

const pictureOf = (taken: Screenshot): Picture | CaptureFailure => {
  if (taken.kind !== 'taken') return taken.kind
  const { width, height, pixels, source, sources } = taken
  const bytes = new Uint8ClampedArray(pixels)
  // The shell has blue first, a page red.
  for (let at = 0; at < bytes.length; at += 4) {
    const blue = bytes[at] ?? 0
    bytes[at] = bytes[at + 2] ?? 0
    bytes[at + 2] = blue
    bytes[at + 3] = 255
  }
  const canvas = emptyCanvas(width, height)
  canvas.getContext('2d')?.putImageData(new ImageData(bytes, width, height), 0, 0)
  return { canvas, source, sources }
}

/** The browser asks what may be seen; one frame is looked at, and then nothing any more. */
const captureInBrowser = async (): Promise<Picture | CaptureFailure> => {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false })
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'left' : 'failed'
  }
  try {
    const video = document.createElement('video')
    video.muted = true
    video.srcObject = stream
    await video.play()
    if (video.videoWidth === 0) return 'failed'
    const canvas = emptyCanvas(video.videoWidth, video.videoHeight)
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return { canvas, source: '', sources: [] }
  } catch {
    return 'failed'
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

/** As a file that can be sent: exact, unless that would be too large for a picture. */
export const fileOf = async (canvas: Canvas, name: string, limitBytes: number): Promise<File | null> => {
  const exact = await blobOf(canvas, 'image/png')
  if (!exact) return null
  if (exact.size <= limitBytes) return new File([exact], `${name}.png`, { type: exact.type })
  const smaller = await blobOf(canvas, 'image/jpeg')
  return smaller && new File([smaller], `${name}.jpg`, { type: smaller.type })
}

export const blobOf = (canvas: Canvas, type: string): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, type, 0.9)
  })
