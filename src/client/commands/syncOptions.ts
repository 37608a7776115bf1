import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { Store } from '../store/store.ts'
import type { Requests } from '../sync/requests.ts'

/** What is needed to keep something of an agent on this device and to tell the server of it. */
export interface SyncOptions {
  readonly store: Store
  readonly agentId: AgentId
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly requests: Requests
  readonly isUp: () => boolean
}
