import sharp, { type FormatEnum } from 'sharp'

/** A picture may be small as a file and enormous as pixels. */
const PIXEL_LIMIT = 100_000_000

export interface EncodedImage {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

// The cache would keep decoded pictures of strangers in memory for no later use.
sharp.cache(false)

/**
 * Decodes a picture and writes it anew, upright and without metadata.
 *
 * What is served afterwards was made by our own encoder: nothing hidden in the original (place and time of a photo, a
 * second file behind the picture, a crafted header) travels on. Undefined: it is not a picture, or too many pixels.
 * With `within` it stands still, and neither side is longer.
 */
export const reencodeImage = async (
  bytes: Buffer,
  format: string,
  within?: number,
): Promise<EncodedImage | undefined> => {
  const animated = within === undefined && (format === 'gif' || format === 'webp')
  try {
    const upright = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, animated, failOn: 'error' }).autoOrient()
    const { data, info } = await (
      within === undefined
        ? upright
        : upright.resize({ width: within, height: within, fit: 'inside', withoutEnlargement: true })
    )
      .toFormat(format as keyof FormatEnum)
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.pageHeight ?? info.height }
  } catch {
    return undefined
  }
}
