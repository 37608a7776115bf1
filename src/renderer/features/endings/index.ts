export { EndBar } from './EndBar.tsx'
export { HeldEndings } from './HeldEndings.tsx'
export { ReopenButton } from './ReopenButton.tsx'
export { useEndSession, type EndSession } from './useEndSession.ts'
