export { SavedMessagesDoor } from './SavedMessagesDoor.tsx'
export { SavedMessagesPanel } from './SavedMessagesPanel.tsx'
