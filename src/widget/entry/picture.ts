/**
 * A picture of the company, drawn instead of linked.
 *
 * A strict page lists the server as a host to connect to, not as a host of pictures (R-18-075), so the bytes are fetched
 * and painted. Moving pictures cannot be painted: they are linked, and painted still where the page refuses that.
 */
export const loadPicture = async (url: string): Promise<HTMLElement | null> => {
  try {
    const response = await fetch(url, { credentials: 'omit' })
    if (!response.ok) return null
    const blob = await response.blob()
    const still = await painted(blob)
    return blob.type === 'image/gif' ? linked(url, still) : still
  } catch {
    return null
  }
}

const painted = async (blob: Blob): Promise<HTMLCanvasElement> => {
  const bitmap = await createImageBitmap(blob)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas
}

const linked = (url: string, still: HTMLCanvasElement): HTMLImageElement => {
  const image = document.createElement('img')
  image.alt = ''
  image.addEventListener('error', () => {
    image.replaceWith(still)
  })
  image.src = url
  return image
}
