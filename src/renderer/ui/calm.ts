/**
 * Holds everything still that would move.
 *
 * A sheet that is there only while it is wanted: with a condition at the root instead, the browser would look for the
 * root from each element it styles.
 */
export const setCalm = (isCalm: boolean): void => {
  const others = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
  document.adoptedStyleSheets = isCalm ? [...others, still] : others
}

const still = new CSSStyleSheet()
still.replaceSync(`
  *, *::before, *::after {
    animation-duration: 0s !important;
    transition-duration: 0s !important;
    scroll-behavior: auto !important;
  }
`)
