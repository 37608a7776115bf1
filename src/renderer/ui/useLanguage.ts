import { useTranslation } from '../translation/index.ts'
import type { Language } from './time.ts'

/** The language on the screen. */
export const useLanguage = (): Language => (useTranslation().language === 'en' ? 'en' : 'zh-CN')
