export { Composer } from './Composer.tsx'
export { NoteComposer } from './NoteComposer.tsx'
export { useNoting } from './noting.ts'
export { attachFiles, giveBack, handReply, noteRecalled, quoteNext } from './store.ts'
