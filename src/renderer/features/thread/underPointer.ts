/** What stands in a row of the thread where somebody opens its menu. */

/** The text that is marked in it; empty: nothing, or something elsewhere. */
export const markedIn = (row: HTMLElement): string => {
  const marked = getSelection()
  return marked && !marked.isCollapsed && marked.containsNode(row, true) ? marked.toString() : ''
}

/** Address of the picture that it shows. */
export const pictureIn = (row: HTMLElement): string | null =>
  row.querySelector<HTMLImageElement>('.fy-image img')?.src ?? null
