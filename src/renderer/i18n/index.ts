/**
 * The words of the interface. Chinese is written first and English is complete; a key that does not exist does not
 * compile, and `i18n.test.ts` compares the languages.
 */
import i18next, { type i18n } from 'i18next'

import { rememberTexts } from '../translation/index.ts'
import type { Language } from '../ui/index.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zh
    strictKeyChecks: true
  }
}

export const resources = { 'zh-CN': zh, en }

/** Both languages are in the bundle: switching is instant and works without a network. */
export const startLanguage = (language: Language): i18n => {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'zh-CN',
    ns: Object.keys(zh),
    defaultNS: 'common',
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: () => '',
  })
  rememberTexts(instance)
  return instance
}

export { useErrorText } from './errorText.ts'
export { useContactName, useCustomerName, useFullName } from './names.ts'
export { useSystemText } from './systemText.ts'
export { contactText } from './contactText.ts'
