import { ok } from '../../../base/result.ts'
import { switchReception } from '../../db/agentPresence.ts'
import type { Handler } from '../handler.ts'
import { signalPresence } from '../reception/presence.ts'
import { takeWaiting } from '../reception/takeWaiting.ts'

export const setReception: Handler<'reception.set'> = async (work, { agentId }, { on }) => {
  await switchReception(work.tx, work.organizationId, agentId, on)
  await signalPresence(work, agentId)
  await takeWaiting(work, agentId)
  return ok({})
}
