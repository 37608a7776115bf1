/** What the server takes: it knows no bitmaps of Windows, so those are drawn once more. Null: no picture at all. */
export const toUpload = async (file: File): Promise<Blob | null> => {
  if (file.type !== 'image/bmp') return file
  try {
    const bitmap = await createImageBitmap(file)
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    bitmap.close()
    return await canvas.convertToBlob({ type: 'image/png' })
  } catch {
    return null
  }
}
