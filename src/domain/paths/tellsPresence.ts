import type { Channel } from '../../protocol/model/index.ts'

/** Whether one can know that somebody is there: only our own chats keep a connection (R-03-024). */
export const tellsPresence = (channel: Channel | null): boolean => channel === 'web' || channel === 'im'
