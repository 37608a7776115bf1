export const CHAT =
  'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719M8 12h.01M12 12h.01M16 12h.01'
export const DOWN = 'm6 9 6 6 6-6'
export const CROSS = 'M18 6 6 18M6 6l12 12'

/** A drawing of one line, and the line itself, which may change. */
export const svg = (d: string): { element: SVGSVGElement; path: SVGPathElement } => {
  const space = 'http://www.w3.org/2000/svg'
  const element = document.createElementNS(space, 'svg')
  element.setAttribute('viewBox', '0 0 24 24')
  element.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', d)
  element.append(path)
  return { element, path }
}
