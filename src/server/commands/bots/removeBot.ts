import { ok, refuse } from '../../../base/result.ts'
import { usesOf } from '../../../domain/routing/uses.ts'
import { deleteBot } from '../../db/bots.ts'
import type { Handler } from '../handler.ts'
import { namingSettings } from '../routing/namingSettings.ts'

/** A session that it has goes on to people with the customer's next word. */
export const removeBot: Handler<'bot.remove'> = async (work, _principal, { id, version }) => {
  const bot = (await work.directory()).bots.get(id)
  if (!bot) return refuse('not-found')
  if (bot.version !== version) return refuse('conflict')
  const uses = usesOf({ kind: 'bot', botId: id }, await namingSettings(work)).length
  if (uses > 0) return refuse('bot-in-use', { uses })
  await deleteBot(work.tx, work.organizationId, id)
  work.publish('org', 'bot.removed', { id })
  return ok({})
}
