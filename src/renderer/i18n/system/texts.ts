import { textOfParams } from '../../../protocol/companyTexts.ts'
import type { SystemBody } from '../../../protocol/model/index.ts'
import type { SystemLinesOf } from './line.ts'

/** What the company's own words said to the customer: greetings, the menu, automatic texts. */
export const textLines = ((i18n, language) => {
  const t = i18n.getFixedT(language, 'texts')
  const said = (code: 'company-text' | 'greeting' | 'menu-answer' | 'menu-chosen') => {
    return (params: SystemBody['params']): string => {
      const text = textOfParams(params, language)
      return text ? t(`system.${code}_said`, { text }) : t(`system.${code}`)
    }
  }
  return {
    'company-text': said('company-text'),
    greeting: said('greeting'),
    'menu-answer': said('menu-answer'),
    'menu-chosen': said('menu-chosen'),
  }
}) satisfies SystemLinesOf
