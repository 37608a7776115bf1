import { useEffect, useEffectEvent } from 'react'

import { isMac, KEYS, matches, type ShortcutName } from './keys.ts'

export type ShortcutHandlers = Readonly<Partial<Record<ShortcutName, () => void>>>

/** Listens for the given keys in the whole window. Characters that can be typed are left alone inside fields. */
export const useShortcuts = (handlers: ShortcutHandlers): void => {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.isComposing || (event.keyCode === 229 && !event.altKey && !event.ctrlKey && !event.metaKey))
      return
    // Esc belongs to what lies on top.
    if (event.defaultPrevented || (event.key === 'Escape' && document.querySelector(ON_TOP))) return
    const mac = isMac()
    for (const name of Object.keys(handlers) as ShortcutName[]) {
      const hit = KEYS[name].some(
        (combination) =>
          matches(event, combination, mac) && !(combination.length === 1 && isEditable(event.target)),
      )
      if (!hit) continue
      event.preventDefault()
      handlers[name]?.()
      return
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event)
    }
    window.addEventListener('keydown', listener)
    return () => {
      window.removeEventListener('keydown', listener)
    }
  }, [])
}

const ON_TOP = '[popover="auto"]:popover-open, dialog[open]'

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
