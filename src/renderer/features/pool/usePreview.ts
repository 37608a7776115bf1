import { useEffect, useRef, useState } from 'react'

import type { PoolEntry } from '../../../protocol/model/index.ts'

export interface Preview {
  readonly entry: PoolEntry
  readonly at: DOMRect
}

const PREVIEW_AFTER_MS = 350

/** A preview shows itself when the pointer rests, and goes at once. */
export const usePreview = (): readonly [
  Preview | null,
  (entry: PoolEntry | null, at: DOMRect | null) => void,
] => {
  const [preview, setPreview] = useState<Preview | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  return [
    preview,
    (entry, at) => {
      clearTimeout(timer.current)
      if (!entry || !at) setPreview(null)
      else if (preview?.entry.sessionId !== entry.sessionId) {
        setPreview(null)
        timer.current = setTimeout(() => {
          setPreview({ entry, at })
        }, PREVIEW_AFTER_MS)
      }
    },
  ]
}
