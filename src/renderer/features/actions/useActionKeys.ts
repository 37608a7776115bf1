import { useEffect, useEffectEvent } from 'react'

import { actionOf, isMacro, type KeyedName } from './actions.ts'
import { keyedNames, keysOf, useKeyChoice, type KeyChoice } from './bindings.ts'
import { isMac, matches } from './keys.ts'
import { closeTopLayer } from './layers.ts'
import { runAction } from './registry.ts'
import { forgetSoon, runSoon } from './soon.ts'

/** Listens for the keys of all actions in the whole window, once. */
export const useActionKeys = (): void => {
  const choice = useKeyChoice()
  const follow = useEffectEvent((event: KeyboardEvent): void => {
    followKey(event, choice)
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      follow(event)
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', forgetSoon, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', forgetSoon, { capture: true })
      forgetSoon()
    }
  }, [])
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Alt', 'Shift', 'Meta'])

const followKey = (event: KeyboardEvent, choice: KeyChoice): void => {
  if (!MODIFIERS.has(event.key)) forgetSoon()
  if (event.isComposing || (event.keyCode === 229 && !event.altKey && !event.ctrlKey && !event.metaKey))
    return
  // Esc belongs to what lies on top.
  if (event.defaultPrevented || (event.key === 'Escape' && document.querySelector(ON_TOP))) return
  const name = actionAt(event, choice)
  if (name === undefined) return
  // Also where it is not possible now: the browser's own meaning of the key would surprise.
  event.preventDefault()
  if (name === 'back' && closeTopLayer()) return
  if (isMacro(name) || actionOf(name).keyOnly !== true) void runSoon(name)
  else runAction(name)
}

/** Characters that can be typed are left alone inside fields. */
const actionAt = (event: KeyboardEvent, choice: KeyChoice): KeyedName | undefined => {
  const mac = isMac()
  return keyedNames(choice.own).find(
    (name) =>
      (isMacro(name) || actionOf(name).local !== true) &&
      keysOf(name, choice).some(
        (combination) =>
          matches(event, combination, mac) && !(combination.length === 1 && isEditable(event.target)),
      ),
  )
}

const ON_TOP = '[popover="auto"]:popover-open, dialog[open]'

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
