import { ok, refuse } from '../../../base/result.ts'
import { greetedTwice } from '../../../domain/greetings/greetingFor.ts'
import { isEmptyText } from '../../../protocol/companyTexts.ts'
import { NO_GREETINGS } from '../../../protocol/model/index.ts'
import { findGreetings, saveGreetings as saveRow } from '../../db/greetings.ts'
import type { Handler } from '../handler.ts'

export const saveGreetings: Handler<'greetings.save'> = async (work, _principal, args) => {
  const before = (await findGreetings(work.tx, work.organizationId)) ?? NO_GREETINGS
  if (before.version !== args.version) return refuse('conflict', { version: before.version })
  const { agents } = await work.directory()
  const twice = greetedTwice(args.own)
  if (twice !== undefined) return refuse('greeting-taken', { name: agents.get(twice)?.agent.name ?? '' })
  if (args.own.some(({ online, offline }) => isEmptyText(online) && isEmptyText(offline)))
    return refuse('greeting-empty')
  const ids = args.own.map(({ id }) => id)
  const strangers = args.own.some(({ agentIds }) => agentIds.some((id) => !agents.has(id)))
  if (new Set(ids).size < ids.length || strangers) return refuse('invalid', { path: 'own' })
  const greetings = { ...args, version: args.version + 1 }
  await saveRow(work.tx, work.organizationId, greetings)
  work.publish('org', 'greetings.changed', { greetings })
  return ok({ greetings })
}
