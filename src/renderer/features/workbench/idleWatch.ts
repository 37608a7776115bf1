/** Tells when nobody has touched keyboard or pointer for a while, and when somebody does again (R-02-064). */
export interface IdleWatchOptions {
  readonly target: EventTarget
  readonly afterMs: number
  readonly onIdle: () => void
  /** With the first touch, whether it was idle or not, and then with each that ends an idle time. */
  readonly onBack: () => void
}

const TOUCHES = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Looks until the function returned is called. */
export const watchIdle = ({ target, afterMs, onIdle, onBack }: IdleWatchOptions): (() => void) => {
  let away = true
  let touchedAt = Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  // Touches are many: each only notes the time, and the timer looks again when it was too early.
  const look = (): void => {
    const left = touchedAt + afterMs - Date.now()
    if (left > 0) timer = setTimeout(look, left)
    else {
      away = true
      onIdle()
    }
  }
  const touched = (): void => {
    touchedAt = Date.now()
    if (!away) return
    away = false
    clearTimeout(timer)
    timer = setTimeout(look, afterMs)
    onBack()
  }
  timer = setTimeout(look, afterMs)
  for (const kind of TOUCHES) target.addEventListener(kind, touched, { passive: true })
  return () => {
    clearTimeout(timer)
    for (const kind of TOUCHES) target.removeEventListener(kind, touched)
  }
}
