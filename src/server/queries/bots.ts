import { ok, refuse } from '../../base/result.ts'
import type { QueryHandler } from './query.ts'

export const botAddresses: QueryHandler<'bot.addresses'> = async ({ known, directory }) =>
  known.permissions.has('reception.bots')
    ? ok({
        addresses: Object.fromEntries(
          [...directory.bots].flatMap(([id, { webhook }]) => (webhook ? [[id, webhook.url]] : [])),
        ),
      })
    : refuse('not-found')
