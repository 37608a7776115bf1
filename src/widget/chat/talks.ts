import type { AgentId } from '../../protocol/model/index.ts'
import type { CustomerHello, CustomerServerFrame, SeenMessage, Talk } from '../../protocol/wire/index.ts'
import type { Storage } from '../shared/storage.ts'

/** An account's conversations, and which of them is on the screen. */
export interface TalksView {
  readonly with: AgentId | null
  readonly all: readonly Talk[]
}

const KEY = 'talk'

/** Which conversation was chosen last on this device; nothing is said where none was. */
export const talkWords = (storage: Storage): Pick<CustomerHello, 'with'> => {
  const chosen = storage.get(KEY)
  if (chosen === null) return {}
  return { with: chosen === '' ? null : (chosen as AgentId) }
}

export const chooseTalk = (storage: Storage, agentId: AgentId | null): void => {
  storage.set(KEY, agentId ?? '')
}

/** What a frame says of the conversations: news in another one, a friendship begun or ended in this one. */
export const talksAfter = (talks: TalksView | null, frame: CustomerServerFrame): TalksView | null => {
  if (frame.t === 'welcome') return frame.talks ?? null
  if (!talks) return null
  if (frame.t === 'elsewhere') return changed(talks, frame.with, { news: true })
  if (frame.t !== 'messages') return talks
  const friend = frame.messages.reduce<boolean | null>((last, message) => friendshipIn(message) ?? last, null)
  return friend === null ? talks : changed(talks, talks.with, { friend })
}

const friendshipIn = ({ body }: SeenMessage): boolean | null => {
  if (body.kind !== 'system') return null
  if (body.code === 'friends-now') return true
  return body.code === 'friends-no-more' ? false : null
}

const changed = (talks: TalksView, agentId: AgentId | null, change: Partial<Talk>): TalksView => ({
  ...talks,
  all: talks.all.map((talk) => (talk.with === agentId ? { ...talk, ...change } : talk)),
})
