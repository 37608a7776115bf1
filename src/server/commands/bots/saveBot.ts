import { ok, refuse } from '../../../base/result.ts'
import { botSeen } from '../../../domain/bots/botSeen.ts'
import { BOT_LIMITS, type Bot } from '../../../protocol/model/index.ts'
import { findBot, saveBot as saveRow } from '../../db/bots.ts'
import { newSigningSecret } from '../../outbound/signedPost.ts'
import type { Handler } from '../handler.ts'

export const saveBot: Handler<'bot.save'> = async (work, _principal, { renewSecret, version, ...plan }) => {
  const { bots } = await work.directory()
  const before = await findBot(work.tx, work.organizationId, plan.id)
  if ((before?.bot.version ?? null) !== version) return refuse('conflict')
  if (!before && bots.size >= BOT_LIMITS.bots) return refuse('too-many-bots')
  const hasOther = [...bots.values()].some(({ id, name }) => id !== plan.id && name === plan.name)
  if (hasOther) return refuse('bot-name-taken')
  // Whoever has nothing to say receives nobody.
  if (plan.on && !plan.webhook && plan.menu.length + plan.entries.length === 0) return refuse('bot-empty')
  const bot: Bot = { ...plan, version: (version ?? 0) + 1 }
  const isNew = bot.webhook !== null && (renewSecret || !before?.secret)
  const secret = isNew ? newSigningSecret() : (before?.secret ?? '')
  await saveRow(work.tx, work.organizationId, bot, secret)
  work.publish('org', 'bot.changed', { bot: botSeen(bot) })
  return ok({ bot, secret: isNew ? secret : null })
}
