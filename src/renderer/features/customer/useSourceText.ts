import { useTranslation } from 'react-i18next'

import type { VisitSource } from '../../../protocol/model/index.ts'
import { sourceText } from './sourceText.ts'

/** How customers came, in words. */
export const useSourceText = (): ((source: VisitSource) => string) => {
  const { t } = useTranslation('customer')
  return (source) => sourceText(source, t)
}
