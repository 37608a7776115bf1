import { ok } from '../../../base/result.ts'
import { choosePresence } from '../../db/agentPresence.ts'
import type { Handler } from '../handler.ts'
import { signalPresence } from '../reception/presence.ts'
import { takeWaiting } from '../reception/takeWaiting.ts'

export const setPresence: Handler<'presence.set'> = async (work, { agentId }, { presence }) => {
  await choosePresence(work.tx, work.organizationId, agentId, presence)
  await signalPresence(work, agentId)
  await takeWaiting(work, agentId)
  return ok({})
}
