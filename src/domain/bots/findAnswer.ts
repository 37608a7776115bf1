/** Finds what a company has written down on a question, without any language model (R-14-011). */
import type { Bot, KnowledgeEntry } from '../../protocol/model/index.ts'
import { plainText } from './plainText.ts'

export type Found =
  | { readonly kind: 'menu' | 'exact'; readonly answer: string }
  | { readonly kind: 'likely'; readonly answer: string; readonly question: string; readonly score: number }
  | { readonly kind: 'suggestions'; readonly questions: readonly string[] }
  | { readonly kind: 'nothing' }

/** At least so alike, and the answer is sent. */
const SURE = 0.6
/** At least so alike, and the question is offered. */
const PERHAPS = 0.3
const MOST_SUGGESTIONS = 3

export const findAnswer = ({ menu, entries }: Pick<Bot, 'menu' | 'entries'>, text: string): Found => {
  const wanted = plainText(text)
  if (wanted === '') return { kind: 'nothing' }
  const pressed = menu.find(({ title }, index) => [plainText(title), String(index + 1)].includes(wanted))
  if (pressed) return { kind: 'menu', answer: pressed.answer }
  const exact = entries.find((entry) => waysToAsk(entry).some((way) => plainText(way) === wanted))
  if (exact) return { kind: 'exact', answer: exact.answer }
  const [best, ...others] = entries
    .map((entry) => ({ entry, score: scoreOf(entry, wanted) }))
    .filter(({ score }) => score >= PERHAPS)
    .toSorted((a, b) => b.score - a.score)
  if (!best) return { kind: 'nothing' }
  const { entry, score } = best
  if (score >= SURE) return { kind: 'likely', answer: entry.answer, question: entry.question, score }
  const questions = [best, ...others].slice(0, MOST_SUGGESTIONS).map((one) => one.entry.question)
  return { kind: 'suggestions', questions }
}

const waysToAsk = ({ question, variants }: KnowledgeEntry): readonly string[] => [question, ...variants]

const scoreOf = (entry: KnowledgeEntry, wanted: string): number => {
  const parts = partsOf(wanted)
  return Math.max(...waysToAsk(entry).map((way) => likeness(parts, plainText(way), wanted)))
}

/** The share of what is written down that was said, or said with it; a whole variant inside the text is a keyword. */
const likeness = (parts: ReadonlySet<string>, way: string, wanted: string): number => {
  if (way === '') return 0
  if (way.length > 1 && ` ${wanted} `.includes(isLatin(way) ? ` ${way} ` : way)) return 1
  const own = partsOf(way)
  const shared = [...own].filter((part) => parts.has(part)).length
  return (2 * shared) / (own.size + parts.size)
}

const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{N} ]+$/u.test(text)

/** Latin words whole, Han characters in overlapping pairs. */
const partsOf = (text: string): ReadonlySet<string> => {
  const parts = new Set<string>()
  for (const run of text.split(' ')) {
    if (!/\p{Script=Han}/u.test(run)) {
      if (run !== '') parts.add(run)
      continue
    }
    const characters = [...run]
    if (characters.length === 1) parts.add(run)
    for (let at = 0; at + 1 < characters.length; at += 1) parts.add(characters.slice(at, at + 2).join(''))
  }
  return parts
}
