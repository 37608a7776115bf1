import { createContext, startTransition, useEffect, useState } from 'react'

/** Whoever is still here after so long looks at this conversation, and is not on the way to another one. */
const CALM_MS = 200

/** Whether the thread has been open for a moment: what is only needed by then is made by then. */
export const CalmContext = createContext(false)

export const useCalm = (): boolean => {
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      startTransition(() => {
        setCalm(true)
      })
    }, CALM_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return calm
}
