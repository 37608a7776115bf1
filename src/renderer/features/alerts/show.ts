import { useSyncExternalStore } from 'react'

/** Puts a note on the screen: of the system in the desktop program, of the browser elsewhere. */
import type { ShellAlert } from '../../../preload/contract.ts'
import { useAgentSetting } from '../settings/index.ts'

/** Whether notes can be shown here; `desktop`: without being asked for. */
export type AlertPermission = 'desktop' | 'granted' | 'denied' | 'default' | 'none'

export const useShowAlert = (): ((alert: Omit<ShellAlert, 'silent'>, onClick: () => void) => void) => {
  const silent = !useSystemSounds()
  return (alert, onClick) => {
    showAlert({ ...alert, silent }, onClick)
  }
}

/** Whether the system sounds what is told, and the window is still: only the system knows when it holds sounds back. */
export const useSystemSounds = (): boolean => {
  const { value } = useAgentSetting('soundsBySystem')
  const permission = useAlertPermission()
  return value && (permission === 'desktop' || permission === 'granted')
}

const showAlert = (alert: ShellAlert, onClick: () => void): void => {
  if (window.foyer) {
    window.foyer.tell({ kind: 'signs.alert', alert })
    return
  }
  if (permission() !== 'granted') return
  const note = new Notification(alert.title, {
    body: alert.text,
    // The newer one of a conversation, or of those who wait, takes the place of the older one.
    tag: alert.sessionId === null ? (alert.conversationId ?? 'foyer') : 'waiting',
    silent: alert.silent,
  })
  note.addEventListener('click', () => {
    window.focus()
    note.close()
    onClick()
  })
}

/** The browser asks another process each time, and the page stands still meanwhile: kept while changes are told. */
let kept: AlertPermission | null = null
let isTold = false

const permission = (): AlertPermission => {
  if (window.foyer) return 'desktop'
  if (kept !== null) return kept
  const now = 'Notification' in window ? Notification.permission : 'none'
  if (isTold) kept = now
  return now
}

/** Browsers ask the person only after a click. */
export const askPermission = async (): Promise<void> => {
  await Notification.requestPermission()
  kept = null
  for (const listener of [...listeners]) listener()
}

const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  // It can be changed beside the page, too.
  let status: PermissionStatus | null = null
  let isOver = false
  const changed = (): void => {
    kept = null
    listener()
  }
  if (!window.foyer)
    void navigator.permissions
      ?.query({ name: 'notifications' })
      .then((found) => {
        if (isOver) return
        status = found
        status.addEventListener('change', changed)
        isTold = true
      })
      .catch(() => undefined)
  return () => {
    isOver = true
    isTold = false
    kept = null
    listeners.delete(listener)
    status?.removeEventListener('change', changed)
  }
}

export const useAlertPermission = (): AlertPermission => useSyncExternalStore(subscribe, permission)
