import type { i18n, Namespace, TFunction } from 'i18next'
import { createContext } from 'react'

/** The words of one namespace, or of several of which the first needs not be named. */
export interface Translation<N extends Namespace = Namespace> {
  readonly t: TFunction<N>
  readonly language: string
  readonly i18n: i18n
}

/** Answers the same for the same namespaces. */
export type TranslationOf = <const N extends Namespace>(namespaces: N) => Translation<N>

export const TranslationContext = createContext<TranslationOf | null>(null)
