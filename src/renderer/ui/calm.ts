const STILL = `
  *, *::before, *::after {
    animation-duration: 0s !important;
    transition-duration: 0s !important;
    scroll-behavior: auto !important;
  }
`
let still: CSSStyleSheet | null = null

/**
 * Holds everything still that would move.
 *
 * A sheet that is there only while it is wanted: with a condition at the root instead, the browser would look for the
 * root from each element it styles.
 */
export const setCalm = (isCalm: boolean): void => {
  if (isCalm === (still !== null)) return
  if (still) {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
    still = null
    return
  }
  still = new CSSStyleSheet()
  still.replaceSync(STILL)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still]
}
