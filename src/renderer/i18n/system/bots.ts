import type { SystemLinesOf } from './line.ts'

/** What a bot said, and to whom it gave the customer. */
export const botLines = ((i18n, language) => {
  const t = i18n.getFixedT(language, 'bots')
  const tCommon = i18n.getFixedT(language, 'common')
  return {
    'bot-said': ({ name, text }) => t('system.bot-said', { name, text }),
    'bot-judged': ({ helpful }) => t(helpful === 'yes' ? 'system.judged-helpful' : 'system.judged-unhelpful'),
    'bot-handed-over': ({ bot, customer, number }) =>
      t('system.bot-handed-over', { name: bot, customer: customer ?? tCommon('visitor', { number }) }),
  }
}) satisfies SystemLinesOf
