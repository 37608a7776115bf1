import { createContext, use } from 'react'

export const Sizes = createContext({ scale: 1, isCompact: false })

/** What a program measures in pixels, and not CSS, grows with the text by `scale`; rows of lists are lower if compact. */
export const useSizes = (): { readonly scale: number; readonly isCompact: boolean } => use(Sizes)

const PIXELS_OF_REM = 16

/** A length in pixels at a text size of 100 %, as a style that grows with it. */
export const inRem = (pixels: number): string => `${pixels / PIXELS_OF_REM}rem`
