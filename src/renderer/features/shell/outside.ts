import { useEffect } from 'react'

/** Shows a page, or begins a letter or a call, outside this window; on the desktop only the shell can. */
export const openOutside = (url: string): void => {
  if (window.foyer) void window.foyer.ask('link.open', url)
  else window.open(url, '_blank', 'noopener')
}

/** Whether a telephone number can be called from here: the shell lets no address start a program of this computer. */
export const canCall = (): boolean => window.foyer === undefined

/** A window of the desktop program opens no others: what leads outside goes to the system's browser. */
export const useLinksOutside = (): void => {
  useEffect(() => {
    if (!window.foyer) return undefined
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null
      // The other button asks for the menu; what nobody clicked leads nowhere.
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button === 2) return
      if (!event.isTrusted) return
      event.preventDefault()
      openOutside(link.href)
    }
    document.addEventListener('click', onClick)
    document.addEventListener('auxclick', onClick)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('auxclick', onClick)
    }
  }, [])
}
