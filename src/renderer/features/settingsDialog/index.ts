export { SettingsDialog } from './SettingsDialog.tsx'
export { useFindables } from './useFindables.ts'
