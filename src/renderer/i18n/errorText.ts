import type { RefusalDetails } from '../../base/result.ts'
import type { ActionCode, ActionName, CurrentAccount } from '../../client/api.ts'
import type { ByeCode, HttpRefusal } from '../../protocol/wire/index.ts'
import { useTranslation } from '../translation/index.ts'
import { withCode } from '../ui/index.ts'
import { zh } from './zh.ts'

type EveryCode =
  | ActionCode<ActionName>
  | HttpRefusal['code']
  | ByeCode
  | NonNullable<CurrentAccount['cause']>
  | 'expired'
  | 'waited-long'
  | 'unknown'

/** Does not compile when a refusal has no sentence; `i18n.test.ts` holds English to the same keys. */
const SENTENCES: Readonly<Record<EveryCode, string>> = zh.errors

type ErrorText = (code: string, details?: RefusalDetails) => string

/** The sentence for a code; one that this version does not know is named, so that it can be asked about. */
export const useErrorText = (): ErrorText => {
  const { t } = useTranslation('errors')
  return (code, details = {}) => {
    // With the figures where the refusal carries them all, the plain sentence otherwise.
    const full = `${code}_full`
    const sentence =
      isSentence(full) && isFilled(zh.errors[full], details)
        ? t(full, { ...details })
        : isSentence(code)
          ? t(code, { ...details })
          : t('unknown', { code })
    return withCode(sentence, code)
  }
}

const isSentence = (key: string): key is keyof typeof zh.errors => Object.hasOwn(SENTENCES, key)

/** Both languages name the same figures. */
const isFilled = (sentence: string, details: RefusalDetails): boolean =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/gu)].every(([, name = '']) => (details[name] ?? '') !== '')
