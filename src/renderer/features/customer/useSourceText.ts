import type { VisitSource } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { sourceText } from './sourceText.ts'

/** How customers came, in words. */
export const useSourceText = (): ((source: VisitSource) => string) => {
  const { t } = useTranslation('customer')
  return (source) => sourceText(source, t)
}
