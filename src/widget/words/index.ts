import { en } from './en.ts'
import { zh, type Words } from './zh.ts'

export type { Words } from './zh.ts'
export type Language = 'zh-CN' | 'en'

export const wordsIn = (language: Language): Words => (language === 'en' ? en : zh)

/** The first of the wishes that is a language we have; English, when somebody wishes for others only (R-18-071). */
export const chooseLanguage = (wishes: readonly (string | null | undefined)[]): Language => {
  for (const wish of wishes) {
    if (wish && /^zh\b/iu.test(wish)) return 'zh-CN'
    if (wish && /^en\b/iu.test(wish)) return 'en'
  }
  return wishes.some(Boolean) ? 'en' : 'zh-CN'
}

/** The sentence for a code of the server. */
export const problemIn = (words: Words, code: string): string =>
  Object.hasOwn(words.problems, code) ? words.problems[code as keyof Words['problems']] : words.problems.other
