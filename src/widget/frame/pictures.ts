import { beginsAsProgram, ruleAgainst, type FileRule } from '../../protocol/model/fileRules.ts'
import { IMAGE_LIMIT_BYTES } from '../chat/limits.ts'

/** What to do with a file somebody chose: send it, ask first, or say why not. */
export type Chosen =
  | { readonly do: 'send'; readonly kind: 'image' | 'file'; readonly file: Blob; readonly name: string }
  /** A picture over the limit, which may be made smaller on this device (R-18-030). */
  | { readonly do: 'ask'; readonly file: File }
  | { readonly do: 'refuse'; readonly problem: FileRule | 'not-a-picture' }

const SENT_AS_THEY_ARE = /^image\/(?:png|jpeg|gif)$/u
/** Largest sides tried, one after another, until the picture is small enough. */
const SIDES = [2560, 1920, 1280]

export const choose = async (file: File): Promise<Chosen> => {
  if (file.size === 0) return { do: 'refuse', problem: 'empty' }
  const isPicture = file.type.startsWith('image/') && file.type !== 'image/svg+xml'
  if (!isPicture) {
    const rule = ruleAgainst(file) ?? ((await beginsAsProgram(file)) ? 'type-not-allowed' : null)
    if (rule) return { do: 'refuse', problem: rule }
    return { do: 'send', kind: 'file', file, name: file.name }
  }
  if (SENT_AS_THEY_ARE.test(file.type)) {
    if (file.size > IMAGE_LIMIT_BYTES) return { do: 'ask', file }
    return { do: 'send', kind: 'image', file, name: file.name }
  }
  // bmp, webp and whatever else this browser can show (R-06-030).
  const png = await redraw(file, Number.POSITIVE_INFINITY, 'image/png')
  if (!png) return { do: 'refuse', problem: 'not-a-picture' }
  if (png.size > IMAGE_LIMIT_BYTES) return { do: 'ask', file }
  return { do: 'send', kind: 'image', file: png, name: renamed(file.name, 'png') }
}

/** The same picture within the limit, or null when it cannot be read. */
export const reduce = async (file: File): Promise<{ file: Blob; name: string } | null> => {
  for (const side of SIDES) {
    const smaller = await redraw(file, side, 'image/jpeg')
    if (!smaller) return null
    if (smaller.size <= IMAGE_LIMIT_BYTES) return { file: smaller, name: renamed(file.name, 'jpg') }
  }
  return null
}

const redraw = async (file: Blob, side: number, type: 'image/png' | 'image/jpeg'): Promise<Blob | null> => {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const context = canvas.getContext('2d')
    if (!context) return null
    if (type === 'image/jpeg') {
      // JPEG knows no transparency; without this it turns black.
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
    }
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, type, 0.85)
    })
  } catch {
    return null
  }
}

const renamed = (name: string, extension: string): string =>
  `${name.replace(/\.[^.]*$/u, '') || 'picture'}.${extension}`
