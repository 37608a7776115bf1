import type { Bot } from '../../protocol/model/index.ts'

/** What colleagues may know of a bot: of an address outside only the host. The rest often holds what opens it. */
export const botSeen = (bot: Bot): Bot => ({
  ...bot,
  webhook: bot.webhook && { url: `${new URL(bot.webhook.url).origin}/` },
})
