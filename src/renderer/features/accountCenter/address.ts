import { useSyncExternalStore } from 'react'

/** Pages of the account center have addresses of their own, so that they can be linked to (R-08-005). */
const PREFIX = '#/account-center'

/** The path inside the account center; null: the address means the workbench. */
export const pathOf = (hash: string): string | null => {
  if (hash !== PREFIX && !hash.startsWith(`${PREFIX}/`)) return null
  return hash.slice(PREFIX.length + 1)
}

export const addressOf = (path: string): string => (path === '' ? PREFIX : `${PREFIX}/${path}`)

export const openAccountCenter = (path = ''): void => {
  window.location.hash = addressOf(path)
}

export const closeAccountCenter = (): void => {
  window.location.hash = ''
}

export const useAccountCenterAddress = (): string | null =>
  useSyncExternalStore(listen, () => pathOf(window.location.hash))

const listen = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => {
    window.removeEventListener('hashchange', listener)
  }
}
