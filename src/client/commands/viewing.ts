import type { Clock } from '../../base/clock.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import type { AgentFrame } from '../../protocol/wire/index.ts'

/** Who goes through the list by key looks at nothing on the way. */
const SETTLED_MS = 300

/** Tells the server which conversation is open here, so that colleagues who have it open too know (R-03-186). */
export const createViewing = (clock: Clock, send: (frame: AgentFrame) => boolean) => {
  let open: ConversationId | null = null
  let told: ConversationId | null = null
  let cancel: (() => void) | undefined
  const tell = (): void => {
    cancel = undefined
    if (open !== told && send({ t: 'viewing', conversationId: open })) told = open
  }
  return {
    set: (conversationId: ConversationId | null): void => {
      open = conversationId
      cancel ??= clock.after(SETTLED_MS, tell)
    },
    /** Of a new connection the server knows nothing. */
    synced: (): void => {
      told = null
      tell()
    },
    stop: (): void => cancel?.(),
  }
}
