import { useEffect, useState } from 'preact/hooks'

const LATE_MS = 1000

/** Whether it has been so for more than a second. */
export const useLate = (on: boolean): boolean => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!on) return undefined
    const timer = setTimeout(() => {
      setLate(true)
    }, LATE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [on])
  return on && late
}
