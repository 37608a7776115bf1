export { bytesText } from './bytes.ts'
export { ThreadHeader } from './ThreadHeader.tsx'
export { PAGE, ThreadPanel, type Jump } from './ThreadPanel.tsx'
export { useEndSession, type EndSession } from './useEndSession.ts'
