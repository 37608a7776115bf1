/** Paints a picture with its marks, for the eye and for the file. */
import type { Box, Drawing, Mark } from './marks.ts'

export type Canvas = HTMLCanvasElement

const contextOf = (canvas: Canvas): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser paints nothing')
  return context
}

export const emptyCanvas = (width: number, height: number): Canvas => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

/** Everything, with what is outside of the area darker. */
export const paintAll = (onto: Canvas, picture: Canvas, { area, marks }: Drawing): void => {
  const context = contextOf(onto)
  context.drawImage(picture, 0, 0)
  for (const mark of marks) paintMark(context, picture, mark)
  if (!area) return
  context.save()
  context.fillStyle = 'rgb(10 14 24 / 55%)'
  context.beginPath()
  context.rect(0, 0, onto.width, onto.height)
  context.rect(area.x, area.y, area.width, area.height)
  context.fill('evenodd')
  context.restore()
}

/** Where the keys would draw. */
export const paintPen = (onto: Canvas, { x, y }: { readonly x: number; readonly y: number }): void => {
  const context = contextOf(onto)
  const length = 12 * strokeOf(onto)
  for (const [color, width] of [
    ['#ffffff', 2 * strokeOf(onto)],
    ['#111111', strokeOf(onto)],
  ] as const) {
    context.strokeStyle = color
    context.lineWidth = width
    context.beginPath()
    context.moveTo(x - length, y)
    context.lineTo(x + length, y)
    context.moveTo(x, y - length)
    context.lineTo(x, y + length)
    context.stroke()
  }
}

/** What is left of it, as it goes into a file. */
export const paintResult = (picture: Canvas, drawing: Drawing): Canvas => {
  const { x, y, width, height } = drawing.area ?? { x: 0, y: 0, width: picture.width, height: picture.height }
  const whole = emptyCanvas(picture.width, picture.height)
  paintAll(whole, picture, { ...drawing, area: null })
  const part = emptyCanvas(width, height)
  contextOf(part).drawImage(whole, -x, -y)
  return part
}

/** Lines are as thick on a large picture as on a small one, once both are shown in the same size. */
const strokeOf = ({ width }: { readonly width: number }): number => Math.max(1, width / 1200)

const paintMark = (context: CanvasRenderingContext2D, picture: Canvas, mark: Mark): void => {
  const unit = strokeOf(picture)
  context.save()
  context.lineWidth = 4 * unit
  context.lineJoin = 'round'
  context.lineCap = 'round'
  switch (mark.kind) {
    case 'box':
      context.strokeStyle = mark.color
      context.strokeRect(mark.box.x, mark.box.y, mark.box.width, mark.box.height)
      break
    case 'arrow':
      context.strokeStyle = mark.color
      paintArrow(context, mark, 16 * unit)
      break
    case 'text':
      context.font = `600 ${24 * unit}px system-ui, sans-serif`
      context.textBaseline = 'middle'
      // It can be read on every ground.
      context.strokeStyle = mark.color === '#ffffff' ? '#111111' : '#ffffff'
      context.strokeText(mark.text, mark.at.x, mark.at.y)
      context.fillStyle = mark.color
      context.fillText(mark.text, mark.at.x, mark.at.y)
      break
    case 'mosaic':
      paintMosaic(context, picture, mark.box)
      break
  }
  context.restore()
}

const paintArrow = (
  context: CanvasRenderingContext2D,
  { from, to }: Extract<Mark, { readonly kind: 'arrow' }>,
  head: number,
): void => {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  for (const side of [-1, 1]) {
    context.moveTo(to.x, to.y)
    context.lineTo(to.x - head * Math.cos(angle + side * 0.5), to.y - head * Math.sin(angle + side * 0.5))
  }
  context.stroke()
}

/** Of what is below, and of earlier marks, only a few averages are left: too few to guess a word by. */
const paintMosaic = (
  context: CanvasRenderingContext2D,
  picture: Canvas,
  { x, y, width, height }: Box,
): void => {
  const block = Math.max(20 * strokeOf(picture), Math.min(width, height) / 8)
  const columns = Math.max(1, Math.round(width / block))
  const rows = Math.max(1, Math.round(height / block))
  const small = averaged(context.canvas, { x, y, width, height }, columns, rows)
  context.imageSmoothingEnabled = false
  context.drawImage(small, 0, 0, columns, rows, x, y, width, height)
}

/** Halved again and again: a browser that makes it small in one step looks at a few pixels only. */
const averaged = (from: Canvas, { x, y, width, height }: Box, columns: number, rows: number): Canvas => {
  let present = emptyCanvas(width, height)
  contextOf(present).drawImage(from, -x, -y)
  while (present.width > columns || present.height > rows) {
    const next = emptyCanvas(
      Math.max(columns, Math.ceil(present.width / 2)),
      Math.max(rows, Math.ceil(present.height / 2)),
    )
    contextOf(next).drawImage(present, 0, 0, next.width, next.height)
    present = next
  }
  return present
}
