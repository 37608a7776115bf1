export { HotKeysPage } from './HotKeysPage.tsx'
export { useSystemKeys } from './useSystemKeys.ts'
