import { useEffect, useRef } from 'react'

export interface EntersAhead {
  /** Enter was pressed while the message before is still on its way; the field holds this. */
  readonly add: (value: string) => void
  /** The message before has gone from the field. */
  readonly written: (written: string) => void
}

/** What the field holds once what was sent has left it; what was typed behind it stays. */
export const without = (value: string, written: string): string =>
  value.startsWith(written) ? value.slice(written.length).trimStart() : value

/**
 * Whoever writes faster than the disk: each Enter sends what was written up to it, one after the other, once the message
 * before it is kept.
 */
export const useEntersAhead = (
  isFree: () => boolean,
  text: string,
  send: (value: string) => void,
): EntersAhead => {
  const waiting = useRef<readonly string[]>([])
  useEffect(() => {
    const [next, ...rest] = waiting.current
    if (next === undefined || !isFree()) return
    // Somebody changed what had been meant: they press Enter again.
    const isMeant = next !== '' && text.startsWith(next)
    waiting.current = isMeant ? rest : []
    if (isMeant) send(next)
  })
  return {
    add: (value) => {
      waiting.current = [...waiting.current, value]
    },
    written: (written) => {
      waiting.current = waiting.current.map((value) => without(value, written))
    },
  }
}
