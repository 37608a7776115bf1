import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

import { useTranslation } from '../../translation/index.ts'
import type { Point } from './marks.ts'
import { paintAll, paintPen, type Canvas } from './paint.ts'
import type { DrawingTools } from './useDrawing.ts'

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** Steps of the pen across a picture; with Shift each is a tenth of it. */
const STEPS = 60

/** The picture, drawn on with the pointer, or with the arrow keys and the space bar. */
export const Board = ({ picture, tools }: { readonly picture: Canvas; readonly tools: DrawingTools }) => {
  const { t } = useTranslation('screenshot')
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height } = picture
  /** Where the keys draw; null: a pointer does. */
  const [pen, setPen] = useState<Point | null>(null)
  const { shown, isDrawing, begin, move, end } = tools
  useEffect(() => {
    if (!canvas.current) return
    paintAll(canvas.current, picture, shown)
    if (pen) paintPen(canvas.current, pen)
  }, [picture, shown, pen])

  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): Point => {
    const box = currentTarget.getBoundingClientRect()
    return {
      x: ((clientX - box.left) / box.width) * width,
      y: ((clientY - box.top) / box.height) * height,
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const present = pen ?? { x: Math.round(width / 2), y: Math.round(height / 2) }
    const way = ARROWS[event.key]
    if (way === undefined && event.key !== ' ') return
    event.preventDefault()
    if (way) {
      const step = (Math.max(width, height) / STEPS) * (event.shiftKey ? STEPS / 10 : 1)
      const to = {
        x: Math.min(width, Math.max(0, present.x + way[0] * step)),
        y: Math.min(height, Math.max(0, present.y + way[1] * step)),
      }
      setPen(to)
      if (isDrawing) move(to)
    } else if (event.repeat) return
    else if (isDrawing) end(present)
    else {
      setPen(present)
      begin(present)
    }
  }
  return (
    <canvas
      ref={canvas}
      className="fy-shot-board"
      width={width}
      height={height}
      // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- keys draw here, too
      role="application"
      aria-label={t('board')}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setPen(null)
        begin(pointOf(event))
      }}
      onPointerMove={(event) => {
        if (isDrawing && event.buttons > 0) move(pointOf(event))
      }}
      onPointerUp={(event) => {
        if (isDrawing) end(pointOf(event))
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setPen(null)
      }}
    />
  )
}
