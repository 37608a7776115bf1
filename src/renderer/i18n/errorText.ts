import { useTranslation } from 'react-i18next'

import type { RefusalDetails } from '../../base/result.ts'
import type { ActionCode, ActionName, CurrentAccount } from '../../client/api.ts'
import type { ByeCode, HttpRefusal } from '../../protocol/wire/index.ts'
import { zh } from './zh.ts'

type EveryCode =
  | ActionCode<ActionName>
  | HttpRefusal['code']
  | ByeCode
  | NonNullable<CurrentAccount['cause']>
  | 'expired'
  | 'unknown'

/** Does not compile when a refusal has no sentence; `errorText.test.ts` holds English to the same keys. */
const SENTENCES: Readonly<Record<EveryCode, string>> = zh.errors

type ErrorText = (code: string, details?: RefusalDetails) => string

/** The sentence for a code; one that this version does not know is named, so that it can be asked about. */
export const useErrorText = (): ErrorText => {
  const { t } = useTranslation('errors')
  return (code, details = {}) => {
    // With the figures where the refusal carries them all, the plain sentence otherwise.
    if (code === 'already-taken' && details['agentName'] !== undefined)
      return t('already-taken_full', { ...details })
    if (code === 'over-capacity' && details['capacity'] !== undefined)
      return t('over-capacity_full', { ...details })
    if (code === 'customer-silent' && details['minutes'] !== undefined)
      return t('customer-silent_full', { ...details })
    if (code === 'session-changed' && details['agentName']) return t('session-changed_full', { ...details })
    if (code === 'in-use' && details['widgets'] !== undefined) return t('in-use_full', { ...details })
    if (code === 'member-cannot-receive' && details['agentName'])
      return t('member-cannot-receive_full', { ...details })
    if (code === 'topic-name-taken' && details['name']) return t('topic-name-taken_full', { ...details })
    if (code === 'being-invited' && details['agentName']) return t('being-invited_full', { ...details })
    if (code === 'switched-lately' && details['minutes'] !== undefined)
      return t('switched-lately_full', { count: Number(details['minutes']) })
    if (code === 'receiver-missing' && details['name']) return t('receiver-missing_full', { ...details })
    if (code === 'greeting-taken' && details['name']) return t('greeting-taken_full', { ...details })
    if (code === 'menu-entry' && details['entry']) return t('menu-entry_full', { ...details })
    return isKnown(code) ? t(code) : t('unknown', { code })
  }
}

const isKnown = (code: string): code is EveryCode => Object.hasOwn(SENTENCES, code)
