import { IMAGE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'

/** Longest side of a picture that is made smaller, and how much smaller it gets with each try. */
const LONGEST = 4096
const STEP = 0.7
const TRIES = 5
const QUALITY = 0.85

/** The picture drawn once more, small enough to be sent as one; null: it cannot be. */
export const shrink = async (picture: Blob, name: string): Promise<File | null> => {
  const bitmap = await createImageBitmap(picture).catch(() => null)
  if (!bitmap) return null
  try {
    const first = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
    for (let tried = 0; tried < TRIES; tried += 1) {
      const scale = first * STEP ** tried
      const canvas = new OffscreenCanvas(
        Math.max(1, Math.round(bitmap.width * scale)),
        Math.max(1, Math.round(bitmap.height * scale)),
      )
      const context = canvas.getContext('2d')
      if (!context) return null
      // What is transparent would become black.
      context.fillStyle = 'white'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
      if (blob.size <= IMAGE_LIMIT_BYTES)
        return new File([blob], `${name.replace(/\.\w+$/u, '')}.jpg`, { type: 'image/jpeg' })
    }
    return null
  } finally {
    bitmap.close()
  }
}
