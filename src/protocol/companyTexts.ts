/** What a company's text says in a language; apart from its schema, so that a browser need not load that. */
import { textWidth } from '../base/textWidth.ts'
import type { CompanyText, Language } from './model/companyText.ts'

/** Languages in which a company can write to its customers. */
export const LANGUAGES = ['zh-CN', 'en'] as const

/** The text in the language, or in the company's own where it has not been written in that one (R-18-072). */
export const textIn = (text: CompanyText, language: Language, own: Language): string =>
  typeof text === 'string' ? text : text[language] || text[own]

/** Whether there is nothing to be said in any language. */
export const isEmptyText = (text: CompanyText): boolean => versionsOf(text).every((one) => one.trim() === '')

/** The width of the longest version, in full-width characters. */
export const widthOfText = (text: CompanyText): number =>
  Math.max(...versionsOf(text).map((one) => textWidth(one.trim())))

/** The text as parameters of a line: whoever reads the line reads it in their language. */
export const textToParams = (text: CompanyText, own: Language): Record<string, string> =>
  typeof text === 'string'
    ? { text }
    : {
        text: text[own],
        ...Object.fromEntries(
          LANGUAGES.filter((language) => text[language] !== '').map((language) => [
            paramOf(language),
            text[language],
          ]),
        ),
      }

/** What a line says to somebody who reads this language. */
export const textOfParams = (params: Readonly<Record<string, string>>, language: Language): string =>
  params[paramOf(language)] ?? params['text'] ?? ''

/** Those of a line's parameters that are its text. */
export const textParamsOf = (params: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter(([key]) => key === 'text' || key.startsWith('text.')))

/** A line's text in each language it has one in; undefined: in one only. */
export const textsOfParams = (
  params: Readonly<Record<string, string>>,
): Partial<Record<Language, string>> | undefined => {
  const texts = LANGUAGES.flatMap((language) => {
    const text = params[paramOf(language)]
    return text === undefined ? [] : [[language, text] as const]
  })
  return texts.length === 0 ? undefined : Object.fromEntries(texts)
}

const paramOf = (language: Language): string => `text.${language}`

const versionsOf = (text: CompanyText): readonly string[] =>
  typeof text === 'string' ? [text] : LANGUAGES.map((language) => text[language])
