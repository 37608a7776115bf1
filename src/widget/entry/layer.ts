import type { EntryWords } from './words.ts'

/** The layer can be put elsewhere and made larger, by pointer and by keyboard (R-18-012). */
export interface LayerHandles {
  readonly elements: readonly HTMLElement[]
  /** Back to where the company put it. */
  reset(): void
}

const STEP = 20
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

export const createHandles = (panel: HTMLElement, words: EntryWords): LayerHandles => {
  const place = (left: number, top: number): void => {
    const { width, height } = panel.getBoundingClientRect()
    const { style } = panel
    style.left = `${within(left, window.innerWidth - width)}px`
    style.top = `${within(top, window.innerHeight - height)}px`
    style.right = 'auto'
    style.bottom = 'auto'
  }
  const move = (x: number, y: number): void => {
    const { left, top } = panel.getBoundingClientRect()
    place(left + x, top + y)
  }
  const size = (x: number, y: number): void => {
    const { left, top, width, height } = panel.getBoundingClientRect()
    // The corner away from the handle stays where it is.
    place(left, top)
    // The style sheet knows the least.
    panel.style.width = `${Math.min(width + x, window.innerWidth - left)}px`
    panel.style.height = `${Math.min(height + y, window.innerHeight - top)}px`
  }
  return {
    elements: [handle('grip', words.move, move), handle('corner', words.resize, size)],
    reset: () => {
      panel.removeAttribute('style')
    },
  }
}

const handle = (kind: string, label: string, change: (x: number, y: number) => void): HTMLButtonElement => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = kind
  button.setAttribute('aria-label', label)
  button.title = label
  button.addEventListener('keydown', (event) => {
    const step = KEYS[event.key]
    if (!step) return
    event.preventDefault()
    change(...step)
  })
  let from: { x: number; y: number } | null = null
  button.addEventListener('pointerdown', (event) => {
    from = { x: event.clientX, y: event.clientY }
    // Also above the frame, which would swallow what the pointer does.
    button.setPointerCapture(event.pointerId)
  })
  button.addEventListener('pointermove', (event) => {
    if (!from) return
    change(event.clientX - from.x, event.clientY - from.y)
    from = { x: event.clientX, y: event.clientY }
  })
  button.addEventListener('lostpointercapture', () => {
    from = null
  })
  return button
}

const within = (value: number, limit: number): number => Math.max(0, Math.min(value, limit))
