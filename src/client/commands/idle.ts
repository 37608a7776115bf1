import { IdlePresence } from '../../protocol/model/index.ts'
import type { AgentFrame, AgentHello } from '../../protocol/wire/index.ts'
import { readFact, saveFact } from '../store/device.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'

/**
 * Tells the server that nobody is at this device; what follows from it depends on the agent's other devices (R-02-064).
 *
 * It is kept: a program that was started anew while nobody was there has nobody at it still.
 */
export const createIdle = (store: Store, send: (frame: AgentFrame) => boolean) => {
  let idle = IdlePresence.safeParse(readFact(store.own, 'idle')).data ?? null
  return {
    set: (presence: IdlePresence | null): void => {
      if (presence === idle) return
      idle = presence
      whenDiskAllows(() => store.writeOwn((own) => saveFact(own, 'idle', presence)))
      send({ t: 'idle', presence })
    },
    /** What the hello says of it. */
    words: (): Pick<AgentHello, 'idle'> => (idle === null ? {} : { idle }),
  }
}
