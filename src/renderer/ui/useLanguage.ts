import { useTranslation } from 'react-i18next'

import type { Language } from './time.ts'

/** The language on the screen. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN')
