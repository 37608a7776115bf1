import type { SystemBody, SystemCode } from '../../protocol/model/index.ts'
import { useTranslation } from '../translation/index.ts'
import { useLanguage } from '../ui/index.ts'
import { botLines } from './system/bots.ts'
import { chatLines } from './system/chats.ts'
import type { SystemLine } from './system/line.ts'
import { pathLines } from './system/paths.ts'
import { sessionLines } from './system/sessions.ts'
import { textLines } from './system/texts.ts'

export type SystemText = (code: string, params?: SystemBody['params']) => string

/** The wording of a line that reports an event (R-06-015). Does not compile when a code has no line. */
export const useSystemText = (): SystemText => {
  const { t, i18n } = useTranslation('common')
  const language = useLanguage()
  // Made when a line is written: most who may write one show none.
  const linesOf = (): Readonly<Record<SystemCode, SystemLine>> => ({
    ...sessionLines(i18n, language),
    ...botLines(i18n, language),
    ...textLines(i18n, language),
    ...pathLines(i18n, language),
    ...chatLines(i18n, language),
  })
  return (code, params = {}) => {
    const lines = linesOf()
    const isKnown = (one: string): one is SystemCode => Object.hasOwn(lines, one)
    return isKnown(code) ? lines[code](params) : t('system.unknown')
  }
}
