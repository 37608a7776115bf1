import type { TFunction } from 'i18next'

import type { VisitSource } from '../../../protocol/model/index.ts'
import { plainLine } from '../../ui/index.ts'

/** How a customer came, in one line; everything in it was said by a browser (R-02-039). */
export const sourceText = (
  { kind, host, words, campaign }: VisitSource,
  t: TFunction<'customer'>,
): string => {
  const marks = Object.entries(campaign).map(([name, value]) => `${name}: ${value}`)
  const parts = [
    t(`sources.${kind}`),
    host,
    words === '' ? '' : t('searchedFor', { words: plainLine(words) }),
    ...marks.map(plainLine),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
