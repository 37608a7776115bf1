import type { DefaultNamespace, Namespace } from 'i18next'
import { use } from 'react'

import { TranslationContext, type Translation } from './TranslationContext.ts'

/**
 * The words of a part of the window; `useTranslation(['thread', 'chats'])` reads `t('chats:key')` as well.
 *
 * Every piece of every row asks for its words, so asking costs one look into a context: all languages are in the program,
 * nothing has to be waited for or listened to.
 */
export const useTranslation = <const N extends Namespace = DefaultNamespace>(
  namespaces?: N,
): Translation<N> => {
  const translationOf = use(TranslationContext)
  if (!translationOf) throw new Error('Words are needed outside of a TranslationProvider.')
  return translationOf((namespaces ?? 'common') as N)
}
