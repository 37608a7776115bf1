import { useEffect, useState } from 'react'

/** An address for what has none, given back when it is shown no more; null: there is nothing, or not yet. */
export const useObjectUrl = (contents: Blob | null): string | null => {
  const [made, setMade] = useState<{ readonly contents: Blob; readonly url: string } | null>(null)
  useEffect(() => {
    if (!contents) return undefined
    const url = URL.createObjectURL(contents)
    // oxlint-disable-next-line react/set-state-in-effect -- an address must be made and given back together
    setMade({ contents, url })
    return () => {
      URL.revokeObjectURL(url)
    }
  }, [contents])
  return made !== null && made.contents === contents ? made.url : null
}
