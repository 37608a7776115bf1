/** Afterwards the keyboard goes on where it is now, unless somebody has taken it elsewhere. */
export const noteFocus = (): (() => void) => {
  const before = document.activeElement
  return () => {
    if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
  }
}
