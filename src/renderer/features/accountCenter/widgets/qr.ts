import { encode } from 'uqr'

/** Light squares around the code, without which phones do not find it. */
const BORDER = 4

/** The code as a drawing of any size. */
export const qrSvg = (text: string): string => {
  const { data, size } = encode(text, { border: BORDER, ecc: 'M' })
  const path = squares(data).map(([x, y]) => `M${x} ${y}h1v1h-1z`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path.join('')}"/></svg>`
}

/** The code as a picture for print. */
export const qrPng = async (text: string): Promise<Blob> => {
  const { data, size } = encode(text, { border: BORDER, ecc: 'M' })
  const scale = Math.ceil(1000 / size)
  const canvas = new OffscreenCanvas(size * scale, size * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser cannot draw')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  for (const [x, y] of squares(data)) context.fillRect(x * scale, y * scale, scale, scale)
  return canvas.convertToBlob({ type: 'image/png' })
}

const squares = (data: readonly (readonly boolean[])[]): (readonly [number, number])[] =>
  data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [[x, y] as const] : [])))
