import { isEmptyText } from '../../protocol/companyTexts.ts'
import type { AgentId, CompanyText, Greetings, Presence } from '../../protocol/model/index.ts'

/**
 * What a customer is greeted with who enters an agent's reception; null: nothing (R-02-171, R-02-172). Whoever cannot be
 * seen counts as away, because customers see it so.
 */
export const greetingFor = (
  { defaults, own }: Greetings,
  agentId: AgentId,
  { presence, online }: { readonly presence: Presence; readonly online: boolean },
): CompanyText | null => {
  const kind = online && presence !== 'offline' && presence !== 'invisible' ? 'online' : 'offline'
  const text = own.find(({ agentIds }) => agentIds.includes(agentId))?.[kind]
  const said = text === undefined || isEmptyText(text) ? defaults[kind] : text
  return isEmptyText(said) ? null : said
}

/** An agent who is in more than one greeting; undefined: nobody. */
export const greetedTwice = (own: Greetings['own']): AgentId | undefined => {
  const known = new Set<AgentId>()
  return own.flatMap(({ agentIds }) => [...new Set(agentIds)]).find((id) => known.has(id) || !known.add(id))
}
