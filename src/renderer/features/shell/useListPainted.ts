import { useEffect } from 'react'

/** Tells the desktop program once that the list stands on the screen. */
export const useListPainted = (isThere: boolean): void => {
  useEffect(() => {
    if (!isThere || isTold) return
    isTold = true
    // Before the next frame this one has been painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => window.foyer?.tell({ kind: 'start.list-painted' })),
    )
  }, [isThere])
}

/** With the next page of the window the program has long begun. */
let isTold = false
