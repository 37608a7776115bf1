/**
 * Whether nothing of the page lies fixed over the place of a box: a question for consent, a dialog, a bar of its own.
 *
 * A layer that fills the screen behind everything else is how some pages are built, and covers nothing.
 */
export const freePlace = (box: Element, host: Element, entry: Element): boolean => {
  const { left, right, top, bottom } = box.getBoundingClientRect()
  // Loops: some pages break what arrays can do.
  for (const x of [left + 4, (left + right) / 2, right - 4]) {
    for (const y of [top + 4, (top + bottom) / 2, bottom - 4]) {
      for (const found of document.elementsFromPoint(x, y)) {
        if (found !== host && found !== entry && floats(found)) return false
      }
    }
  }
  return true
}

const floats = (found: Element): boolean => {
  for (let element: Element | null = found; element; element = element.parentElement) {
    const { position, zIndex } = getComputedStyle(element)
    if (position !== 'fixed' && position !== 'sticky') continue
    const { width, height } = element.getBoundingClientRect()
    const fills = width >= innerWidth * 0.9 && height >= innerHeight * 0.9
    if (!fills || Number(zIndex) > 0) return true
  }
  return false
}
