export { Composer } from './Composer.tsx'
export { attachFiles, insertText } from './store.ts'
