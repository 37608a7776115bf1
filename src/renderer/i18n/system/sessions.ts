import { contactText } from '../contactText.ts'
import type { SystemLinesOf } from './line.ts'

/** What happens to a session from its beginning to its rating. */
export const sessionLines = ((i18n, language) => {
  const t = i18n.getFixedT(language, 'common')
  return {
    'session-started': () => t('system.session-started'),
    'session-queued': () => t('system.session-queued'),
    'session-assigned': ({ name, agentName = name }) =>
      agentName ? t('system.session-assigned_by', { name: agentName }) : t('system.session-assigned'),
    'session-transferred': ({ by, from, minutes, to }) => {
      if (by) return t('system.session-transferred_moved', { by, from, to })
      if (minutes) return t('system.session-transferred_late', { from, minutes, to })
      return from ? t('system.session-transferred_full', { from, to }) : t('system.session-transferred')
    },
    'still-there': () => t('system.still-there'),
    'session-ended': ({ reason, unanswered }) => {
      switch (reason) {
        case 'by-agent':
        case 'by-customer':
        case 'blocked':
        case 'refused':
        case 'transferred':
        case 'friendship-deleted':
          return t(`system.ended.${reason}`)
        case 'timeout':
          return t(unanswered ? 'system.ended.unanswered' : 'system.ended.timeout')
        default:
          return t('system.session-ended')
      }
    },
    'session-reopened': ({ name, agentName = name }) =>
      agentName ? t('system.session-reopened_by', { name: agentName }) : t('system.session-reopened'),
    'left-queue': () => t('system.left-queue'),
    'survey-sent': () => t('system.survey-sent'),
    'session-rated': ({ changed }) => t(changed ? 'system.session-rated_changed' : 'system.session-rated'),
    'message-left': ({ number, ...params }) =>
      t('system.message-left', { number, contact: contactText(params) }),
  }
}) satisfies SystemLinesOf
