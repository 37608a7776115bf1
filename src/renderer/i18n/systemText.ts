import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { textOfParams } from '../../protocol/companyTexts.ts'
import type { Message } from '../../protocol/model/index.ts'
import { contactText } from './contactText.ts'

type SystemBody = Extract<Message['body'], { kind: 'system' }>

const CODES: readonly SystemBody['code'][] = [
  'session-started',
  'session-queued',
  'session-assigned',
  'session-transferred',
  'still-there',
  'session-ended',
  'left-queue',
  'survey-sent',
  'session-rated',
  'company-text',
  'message-left',
  'greeting',
  'menu-chosen',
  'menu-answer',
  'bot-said',
  'bot-handed-over',
  'offer-made',
  'offer-answered',
  'friends-now',
  'friends-no-more',
  'moved-here',
]

export type SystemText = (code: string, params?: SystemBody['params']) => string

/** The wording of a line that reports an event (R-06-015). */
export const useSystemText = (): SystemText => {
  const { t, i18n } = useTranslation('common')
  const language = i18n.language === 'en' ? 'en' : 'zh-CN'
  return (code, params = {}) => {
    const known = CODES.find((one) => one === code)
    if (!known) return t('system.unknown')
    switch (known) {
      case 'session-assigned':
        return params['name']
          ? t('system.session-assigned_by', { name: params['name'] })
          : t('system.session-assigned')
      case 'session-transferred':
        if (params['by'])
          return t('system.session-transferred_moved', {
            by: params['by'],
            from: params['from'],
            to: params['to'],
          })
        if (params['minutes'])
          return t('system.session-transferred_late', {
            from: params['from'],
            minutes: params['minutes'],
            to: params['to'],
          })
        return params['from']
          ? t('system.session-transferred_full', { from: params['from'], to: params['to'] })
          : t('system.session-transferred')
      case 'session-ended':
        switch (params['reason']) {
          case 'by-agent':
            return t('system.ended.by-agent')
          case 'by-customer':
            return t('system.ended.by-customer')
          case 'timeout':
            return params['unanswered'] ? t('system.ended.unanswered') : t('system.ended.timeout')
          case 'blocked':
            return t('system.ended.blocked')
          case 'refused':
            return t('system.ended.refused')
          case 'transferred':
            return t('system.ended.transferred')
          case 'friendship-deleted':
            return t('system.ended.friendship-deleted')
          default:
            return t('system.session-ended')
        }
      case 'company-text':
      case 'greeting':
      case 'menu-answer':
      case 'menu-chosen': {
        const text = textOfParams(params, language)
        return text ? t(`system.${known}_said`, { text }) : t(`system.${known}`)
      }
      case 'bot-said':
        return t('system.bot-said', { name: params['name'], text: params['text'] })
      case 'bot-handed-over':
        return t('system.bot-handed-over', {
          name: params['bot'],
          customer: params['customer'] ?? t('visitor', { number: params['number'] }),
        })
      case 'offer-made':
      case 'offer-answered':
      case 'friends-now':
      case 'moved-here':
        return offerText(t, known, params)
      case 'message-left':
        return t('system.message-left', { number: params['number'], contact: contactText(params) })
      case 'session-rated':
        return params['changed'] ? t('system.session-rated_changed') : t('system.session-rated')
      case 'session-started':
      case 'still-there':
      case 'session-queued':
      case 'left-queue':
      case 'friends-no-more':
      case 'survey-sent':
        return t(`system.${known}`)
    }
  }
}

/** What the customer was asked to agree to, and what became of it. */
const offerText = (
  t: TFunction<'common'>,
  code: 'offer-made' | 'offer-answered' | 'friends-now' | 'moved-here',
  { from, name, about, agentId, outcome }: SystemBody['params'],
): string => {
  switch (code) {
    case 'offer-made':
      // The list knows no more than the code.
      if (!from) return t('system.offer-made')
      if (about === 'transfer') return t('system.offer-made_transfer', { from, name })
      if (about === 'invite') return t('system.offer-made_invite', { from })
      return t(agentId ? 'system.offer-made_friendOf' : 'system.offer-made_friend', { from })
    case 'offer-answered':
      switch (outcome) {
        case 'accepted':
          return t('system.offer-answered_accepted')
        case 'declined':
          return t('system.offer-answered_declined')
        case 'expired':
          return t('system.offer-answered_expired')
        case undefined:
          return t('system.offer-made')
        default:
          return t('system.offer-answered_cancelled')
      }
    case 'friends-now':
      if (name === undefined) return t('system.friends-now_short')
      return name ? t('system.friends-now_of', { name }) : t('system.friends-now')
    case 'moved-here':
      return name ? t('system.moved-here', { name }) : t('system.session-transferred')
  }
}
