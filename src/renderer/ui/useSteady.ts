import { useInsertionEffect, useRef, useState } from 'react'

/**
 * The same function as long as the component is there; it does what the one of the latest rendering does.
 *
 * For what is handed down to many and changes with every conversation: whom it is handed to is not rendered again for it.
 * Call it when something happens, never while rendering.
 */
export const useSteady = <A extends readonly unknown[], R>(run: (...args: A) => R): ((...args: A) => R) => {
  const latest = useRef(run)
  useInsertionEffect(() => {
    latest.current = run
  })
  const [steady] = useState(
    () =>
      (...args: A): R =>
        latest.current(...args),
  )
  return steady
}
