/**
 * Where somebody was in this tab, so that a reload goes on there.
 *
 * Of one tab and until it is closed: another tab, and the next start, begin where they are told to.
 */
type What = 'place' | 'list' | 'thread' | 'asking'

/** What was kept; anything may have become of it meanwhile. */
export const readInTab = (what: What): Readonly<Record<string, unknown>> => {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(`foyer.${what}`) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

export const keepInTab = (what: What, place: Readonly<Record<string, unknown>>): void => {
  try {
    window.sessionStorage.setItem(`foyer.${what}`, JSON.stringify(place))
  } catch {
    // Without storage a reload begins anew.
  }
}
