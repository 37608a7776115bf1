/** Where a "#" stands in the text and what was typed behind it. */
export interface Hash {
  readonly start: number
  readonly typed: string
}

/**
 * What is typed behind a "#" that ends at the caret; null: there is none.
 *
 * In Chinese no space stands before it; behind a Latin letter or a figure it is part of a word (C#) or of an address.
 */
export const hashBefore = (text: string, caret: number): Hash | null => {
  const match = /(?:^|[^\p{Script=Latin}\p{Number}_#＃/])[#＃]([^\s#＃]{0,20})$/u.exec(text.slice(0, caret))
  return match ? { start: caret - (match[1]?.length ?? 0) - 1, typed: match[1] ?? '' } : null
}
