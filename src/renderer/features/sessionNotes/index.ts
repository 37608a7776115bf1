export { SessionNotes } from './SessionNotes.tsx'
