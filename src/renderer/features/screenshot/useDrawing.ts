import { useState } from 'react'

import { drawn, PAINTS, type ColorName, type Drawing, type Point, type Tool } from './marks.ts'

export interface DrawingTools {
  /** With the stroke that is being made. */
  readonly shown: Drawing
  readonly drawing: Drawing
  readonly tool: Tool
  readonly choose: (tool: Tool) => void
  readonly color: ColorName
  readonly paintWith: (color: ColorName) => void
  readonly text: string
  readonly write: (text: string) => void
  /** Where what is written goes; null: to where is clicked next. */
  readonly spot: Point | null
  /** What was written stays where it is. */
  readonly settle: () => void
  readonly isDrawing: boolean
  readonly begin: (at: Point) => void
  readonly move: (to: Point) => void
  readonly end: (at: Point) => void
  /** Null: there is nothing to take back. */
  readonly undo: (() => void) | null
}

const EMPTY: Drawing = { area: null, marks: [] }

/** The marks on a picture while they are being made, each of which can be taken back. */
export const useDrawing = (size: { readonly width: number; readonly height: number }): DrawingTools => {
  const [steps, setSteps] = useState<readonly Drawing[]>([EMPTY])
  const [tool, setTool] = useState<Tool>('area')
  const [color, setColor] = useState<ColorName>('red')
  const [text, setText] = useState('')
  const [stroke, setStroke] = useState<{ readonly from: Point; readonly to: Point } | null>(null)
  const [spot, setSpot] = useState<Point | null>(null)
  const last = steps.at(-1) ?? EMPTY
  const after = (before: Drawing, from: Point, to: Point): Drawing =>
    drawn(before, { tool, from, to, color: PAINTS[color], text }, size)
  const drawing = spot ? after(last, spot, spot) : last
  const settle = (): void => {
    if (drawing !== last) {
      setSteps([...steps, drawing])
      setText('')
    }
    setSpot(null)
  }
  return {
    shown: stroke ? after(drawing, stroke.from, stroke.to) : drawing,
    drawing,
    tool,
    choose: (next) => {
      settle()
      setTool(next)
      setStroke(null)
    },
    color,
    paintWith: setColor,
    text,
    write: setText,
    spot,
    settle,
    isDrawing: stroke !== null,
    begin: (at) => {
      settle()
      setStroke({ from: at, to: at })
    },
    move: (to) => {
      setStroke((before) => before && { ...before, to })
    },
    end: (at) => {
      if (!stroke) return
      if (tool === 'text' && text.trim() === '') setSpot(at)
      const next = after(last, stroke.from, at)
      if (next !== last) setSteps([...steps, next])
      setStroke(null)
    },
    undo: spot
      ? () => {
          setSpot(null)
          setText('')
        }
      : steps.length > 1
        ? () => {
            setSteps(steps.slice(0, -1))
          }
        : null,
  }
}
