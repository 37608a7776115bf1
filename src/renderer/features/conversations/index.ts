export { ConversationList, type ListTab } from './ConversationList.tsx'
