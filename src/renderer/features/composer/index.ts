export { Composer } from './Composer.tsx'
export { attachFiles, dropQuote, insertText, quoteNext } from './store.ts'
