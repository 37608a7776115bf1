import type { FileRule } from '../../../protocol/model/fileRules.ts'
import { FILE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'

const MEGABYTE = 1024 * 1024

/** Says which file a rule is against, what the rule is and what can be done instead (R-06-034). */
export const useRuleText = (): ((rule: FileRule, name: string) => string) => {
  const { t } = useTranslation('common')
  return (rule, name) => t(`fileRules.${rule}`, { name: plainLine(name), limit: FILE_LIMIT_BYTES / MEGABYTE })
}
