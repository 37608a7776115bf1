/** Puts a picture into the clipboard, which takes no other kind than PNG; false: it could not be done. */
export const copyPicture = async (url: string): Promise<boolean> => {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(url) })])
    return true
  } catch {
    return false
  }
}

const pngOf = async (url: string): Promise<Blob> => {
  const blob = await (await fetch(url)).blob()
  if (blob.type === 'image/png') return blob
  const picture = await createImageBitmap(blob)
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  picture.close()
  return canvas.convertToBlob({ type: 'image/png' })
}
