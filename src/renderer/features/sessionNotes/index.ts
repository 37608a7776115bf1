export { NoteMentions } from './NoteMentions.tsx'
export { SessionNotes } from './SessionNotes.tsx'
