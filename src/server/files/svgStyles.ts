/** Styles of a drawing as attributes, which mean the same and can do nothing else. */

/** Of a style element: for each class what it sets; what is no plain list of classes is left out. */
export const classStyles = (sheet: string): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const byClass = new Map<string, Map<string, string>>()
  // Cut at its signs, which takes as long as the sheet is: a pattern over it could be made to take for ever.
  const plain = sheet
    .split('*/')
    .map((part) => part.split('/*', 1)[0])
    .join(' ')
  for (const rule of plain.split('}')) {
    const [selectors = '', body = '', more] = rule.split('{')
    if (more !== undefined) continue
    for (const selector of selectors.split(',')) {
      const name = /^\s*\.([\w-]+)\s*$/u.exec(selector)?.[1]
      if (name === undefined) continue
      const known = byClass.get(name) ?? new Map<string, string>()
      byClass.set(name, known)
      for (const [property, value] of declarations(body)) known.set(property, value)
    }
  }
  return byClass
}

/** `fill: red; stroke: none` as pairs. */
export const declarations = (style: string): readonly (readonly [property: string, value: string])[] =>
  style.split(';').flatMap((one) => {
    const at = one.indexOf(':')
    return at < 0 ? [] : [[one.slice(0, at).trim().toLowerCase(), one.slice(at + 1).trim()] as const]
  })
