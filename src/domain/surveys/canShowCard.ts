import type { Channel } from '../../protocol/model/index.ts'

/** Our own chats show a survey as a card; elsewhere its customer gets a link to a page (R-02-267). */
export const canShowCard = (channel: Channel): boolean => channel === 'web' || channel === 'im'
