/** Puts a picture into the clipboard, which takes no other kind than PNG; false: it could not be done. */
export const copyPicture = async (url: string): Promise<boolean> => {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(url) })])
    return true
  } catch {
    return false
  }
}

/** Drawn once more: a page may show what it has in its memory, and may not fetch it from there. */
const pngOf = async (url: string): Promise<Blob> => {
  const picture = new Image()
  picture.src = url
  await picture.decode()
  const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight)
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}
