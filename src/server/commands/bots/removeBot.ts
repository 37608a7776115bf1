import { ok, refuse } from '../../../base/result.ts'
import { botsNamed } from '../../../domain/routing/measures.ts'
import type { BotId } from '../../../protocol/model/index.ts'
import { deleteBot } from '../../db/bots.ts'
import { widgetsOf } from '../../db/widgets.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Handler } from '../handler.ts'

/** A session that it has goes on to people with the customer's next word. */
export const removeBot: Handler<'bot.remove'> = async (work, _principal, { id, version }) => {
  const directory = await work.directory()
  const bot = directory.bots.get(id)
  if (!bot) return refuse('not-found')
  if (bot.version !== version) return refuse('conflict')
  const widgets = await widgetsOf(work.tx, work.organizationId)
  const entries = widgets.filter(({ botId }) => botId === id).length
  const uses = entries + countUses(directory, id)
  if (uses > 0) return refuse('bot-in-use', { uses })
  await deleteBot(work.tx, work.organizationId, id)
  work.publish('org', 'bot.removed', { id })
  return ok({})
}

const countUses = ({ organization, groups, rules }: Directory, id: BotId): number => {
  const { overflow, offHours } = organization.reception
  const all = [...groups.values()]
  const lists = [...Object.values(overflow), offHours, ...all.map((group) => group.offHours)]
  return (
    lists.filter((list) => botsNamed([list]).includes(id)).length +
    all.filter(({ botId }) => botId === id).length +
    rules.filter(({ receiver }) => receiver?.kind === 'bot' && receiver.botId === id).length
  )
}
