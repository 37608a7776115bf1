/** Elements of the page that open the chat (R-02-032); what appears later is found later. */
export interface Triggers {
  stop(): void
}

const INTERACTIVE = 'button, a[href], input, select, textarea, summary, [role="button"]'
/** A page that changes all the time is searched this often at most. */
const PACE_MS = 250

/** The page's own handlers stay: nothing is prevented and nothing is stopped (R-18-004). */
export const attachTo = (
  selectors: readonly string[],
  name: string,
  onOpen: (element: HTMLElement) => void,
): Triggers => {
  const ended = new AbortController()
  const { signal } = ended
  const attached = new WeakSet<Element>()
  let timer = 0

  const attach = (element: HTMLElement): void => {
    if (attached.has(element)) return
    attached.add(element)
    element.addEventListener('click', () => onOpen(element), { signal })
    if (!hasName(element)) element.setAttribute('aria-label', name)
    if (element.matches(INTERACTIVE)) return
    // Not made to be used with a keyboard: now it is.
    if (!element.hasAttribute('tabindex')) element.tabIndex = 0
    if (!element.hasAttribute('role')) element.setAttribute('role', 'button')
    const press = (event: KeyboardEvent): void => {
      if (event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return
      if (event.key === ' ') event.preventDefault()
      element.click()
    }
    element.addEventListener('keydown', press, { signal })
  }

  const search = (): void => {
    timer = 0
    for (const selector of selectors) {
      for (const element of find(selector)) if (element instanceof HTMLElement) attach(element)
    }
  }

  const observer = new MutationObserver(() => {
    if (timer === 0) timer = window.setTimeout(search, PACE_MS)
  })
  observer.observe(document.documentElement, { childList: true, subtree: true })
  search()
  return {
    stop: () => {
      ended.abort()
      observer.disconnect()
      clearTimeout(timer)
    },
  }
}

const find = (selector: string): Iterable<Element> => {
  try {
    return document.querySelectorAll(selector)
  } catch {
    // This browser does not know the form; another one may.
    return []
  }
}

const hasName = (element: HTMLElement): boolean => {
  for (const attribute of ['aria-label', 'aria-labelledby', 'title', 'alt']) {
    if (element.getAttribute(attribute)) return true
  }
  return (
    (element.textContent ?? '').trim() !== '' ||
    element.querySelector('[alt]:not([alt=""]), [aria-label]') !== null
  )
}
