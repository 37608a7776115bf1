/** How parts of the window come to their words; the words themselves are in `i18n`. */
export { rememberTexts } from './rememberTexts.ts'
export { TranslationProvider } from './TranslationProvider.tsx'
export { useTranslation } from './useTranslation.ts'
