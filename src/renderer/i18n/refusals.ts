/** An area that has refusals of its own brings their sentences in its own words. */
interface Area {
  readonly refusals: object
}

type Brought<Words> = {
  [A in keyof Words]: Words[A] extends Area ? Words[A]['refusals'] : never
}[keyof Words]
type All<Each> = (Each extends unknown ? (each: Each) => void : never) extends (all: infer Every) => void
  ? Every
  : never

/** The sentences of all areas beside those that every area may need; an area is found by having some. */
export const withRefusals = <Words extends { readonly errors: object }>(
  words: Words,
): Omit<Words, 'errors'> & { readonly errors: Words['errors'] & All<Brought<Words>> } => {
  const brought = Object.values(words).flatMap((area: object) => ('refusals' in area ? [area.refusals] : []))
  const errors: unknown = Object.assign({}, words.errors, ...brought)
  return { ...words, errors: errors as Words['errors'] & All<Brought<Words>> }
}
