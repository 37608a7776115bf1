import { useEffect } from 'react'

import { useAgentSetting } from '../settings/index.ts'
import { actionOf, isMacro, type KeyedName } from './actions.ts'
import { keyedNames, keysOf, setOwnKeys, setSendKey } from './bindings.ts'
import { isMac, matches } from './keys.ts'
import { closeTopLayer } from './layers.ts'
import { runAction } from './registry.ts'
import { forgetSoon, runSoon } from './soon.ts'

/** Listens for the keys of all actions in the whole window, once. */
export const useActionKeys = (): void => {
  const { value: own } = useAgentSetting('hotKeys')
  useEffect(() => {
    setOwnKeys(own)
  }, [own])
  const { value: sendKey } = useAgentSetting('sendKey')
  useEffect(() => {
    setSendKey(sendKey)
  }, [sendKey])
  useEffect(() => {
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

const onKey = (event: KeyboardEvent): void => {
  if (!MODIFIERS.has(event.key)) forgetSoon()
  if (event.isComposing || (event.keyCode === 229 && !event.altKey && !event.ctrlKey && !event.metaKey))
    return
  // Esc belongs to what lies on top.
  if (event.defaultPrevented || (event.key === 'Escape' && document.querySelector(ON_TOP))) return
  const name = actionAt(event)
  if (name === undefined) return
  // Also where it is not possible now: the browser's own meaning of the key would surprise.
  event.preventDefault()
  if (name === 'back' && closeTopLayer()) return
  if (isMacro(name) || actionOf(name).keyOnly !== true) void runSoon(name)
  else runAction(name)
}

/** Characters that can be typed are left alone inside fields. */
const actionAt = (event: KeyboardEvent): KeyedName | undefined => {
  const mac = isMac()
  return keyedNames().find(
    (name) =>
      (isMacro(name) || actionOf(name).local !== true) &&
      keysOf(name).some(
        (combination) =>
          matches(event, combination, mac) && !(combination.length === 1 && isEditable(event.target)),
      ),
  )
}

const ON_TOP = '[popover="auto"]:popover-open, dialog[open]'

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
