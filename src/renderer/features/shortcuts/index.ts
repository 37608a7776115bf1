export { CheatSheet } from './CheatSheet.tsx'
export { keyLabel } from './keys.ts'
export { useShortcuts } from './useShortcuts.ts'
