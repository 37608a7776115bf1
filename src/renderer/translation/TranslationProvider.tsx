import type { i18n, Namespace } from 'i18next'
import { useMemo, type ReactNode } from 'react'

import { TranslationContext, type Translation, type TranslationOf } from './TranslationContext.ts'

export interface TranslationProviderProps {
  readonly words: i18n
  readonly language: string
  readonly children: ReactNode
}

/** Everything inside speaks this language, and another one from the same rendering on in which it is chosen. */
export const TranslationProvider = ({ words, language, children }: TranslationProviderProps) => {
  const translation = useMemo(() => createTranslation(words, language), [words, language])
  return <TranslationContext value={translation}>{children}</TranslationContext>
}

const createTranslation = (words: i18n, language: string): TranslationOf => {
  const made = new Map<string, Translation>()
  const translationOf = (namespaces: Namespace): Translation => {
    const key = String(namespaces)
    const known = made.get(key)
    if (known) return known
    const [first] = typeof namespaces === 'string' ? [namespaces] : namespaces
    const translation = { t: words.getFixedT(language, first ?? null), language, i18n: words }
    made.set(key, translation)
    return translation
  }
  return translationOf as TranslationOf
}
