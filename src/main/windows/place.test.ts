import { describe, expect, it } from 'vitest'

import { placeOn, WindowPlace, type Rectangle } from './place.ts'

const SIZES = { width: 1280, height: 800, minWidth: 720, minHeight: 480 }
const LAPTOP: Rectangle = { x: 0, y: 25, width: 1440, height: 875 }
const SECOND: Rectangle = { x: 1440, y: -200, width: 1920, height: 1080 }

const at = (x: number, y: number, width = 1000, height = 700, maximized = false): WindowPlace => ({
  bounds: { x, y, width, height },
  maximized,
})

describe('the place of a window', () => {
  it('is the middle of the primary display at first', () => {
    expect(placeOn(undefined, [LAPTOP, SECOND], SIZES)).toEqual({
      bounds: { x: 80, y: 63, width: 1280, height: 800 },
      maximized: false,
    })
  })

  it('comes back where it was, on whichever display, maximised or not', () => {
    for (const place of [at(10, 30), at(2000, -150), at(1500, 100, 900, 600, true)])
      expect(placeOn(place, [LAPTOP, SECOND], SIZES)).toEqual(place)
  })

  it('half over an edge it stays: the title can still be taken hold of', () => {
    expect(placeOn(at(1300, 100), [LAPTOP], SIZES).bounds.x).toBe(1300)
    expect(placeOn(at(-800, 100), [LAPTOP], SIZES).bounds.x).toBe(-800)
  })

  it.each([
    ['its display is gone', at(2000, 100)],
    ['it would be above the screen', at(100, -300)],
    ['it would be below the screen', at(100, 890)],
    ['only a sliver of it would be seen', at(1400, 100)],
    ['it is somewhere in nowhere', at(-90_000, 90_000)],
  ])('%s: it is on the primary display, in its size', (_what, place) => {
    const { bounds } = placeOn(place, [LAPTOP], SIZES)
    expect(bounds).toEqual({ x: 220, y: 113, width: 1000, height: 700 })
  })

  it('is no larger than its display, and no smaller than the window may be', () => {
    expect(placeOn(at(0, 25, 3000, 2000), [LAPTOP], SIZES).bounds).toMatchObject({ width: 1440, height: 875 })
    expect(placeOn(at(0, 25, 10, 10), [LAPTOP], SIZES).bounds).not.toMatchObject({ width: 10 })
    expect(placeOn(at(5000, 0, 3000, 2000, true), [LAPTOP], SIZES)).toEqual({
      bounds: { ...LAPTOP },
      maximized: true,
    })
  })

  it('is read from a file only in the agreed shape', () => {
    expect(WindowPlace.safeParse(at(1, 2)).success).toBe(true)
    for (const wrong of [null, {}, { bounds: { x: 1 } }, at(Number.NaN, 0), at(0, 0, -5)])
      expect(WindowPlace.safeParse(wrong).success).toBe(false)
  })
})
