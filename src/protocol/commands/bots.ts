import * as z from 'zod'

import { Bot, BotId, BotPlan, Version } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Makes a bot, or changes one; `version` is the one its author saw, null for a new bot, whose id the author makes. The
 * secret that signs what is sent to a webhook is told once: when it is made, or made anew with `renewSecret`.
 */
export const saveBot = command('bot.save', {
  by: 'agent',
  permission: 'reception.bots',
  sensitive: true,
  args: z.strictObject({
    ...BotPlan.shape,
    id: BotId,
    version: Version.nullable(),
    renewSecret: z.boolean(),
  }),
  result: z.object({ bot: Bot, secret: z.string().nullable() }),
  codes: ['conflict', 'bot-name-taken', 'too-many-bots', 'bot-empty'],
})

/** Deletes a bot nothing names; what does is counted in the refusal. */
export const removeBot = command('bot.remove', {
  by: 'agent',
  permission: 'reception.bots',
  sensitive: true,
  args: z.strictObject({ id: BotId, version: Version }),
  result: z.object({}),
  codes: ['conflict', 'bot-in-use'],
})
