import { isEmptyText, widthOfText } from '../../../../protocol/companyTexts.ts'
import type { Agent, AgentGreeting, AgentId, Greetings } from '../../../../protocol/model/index.ts'
import { GREETING_TEXT_LIMIT } from '../../../../protocol/model/limits.ts'

/** The greetings while somebody is editing them. */
export type GreetingsForm = Omit<Greetings, 'version'>

export const formOf = ({ defaults, own }: Greetings): GreetingsForm => ({ defaults, own })

export const isLong = ({ online, offline }: Pick<AgentGreeting, 'online' | 'offline'>): boolean =>
  [online, offline].some((text) => widthOfText(text) > GREETING_TEXT_LIMIT)

export type GreetingProblem = 'agents' | 'empty' | 'long'

/** What keeps one greeting from being taken over. */
export const problemOf = (greeting: AgentGreeting): GreetingProblem | null => {
  if (greeting.agentIds.length === 0) return 'agents'
  if (isEmptyText(greeting.online) && isEmptyText(greeting.offline)) return 'empty'
  return isLong(greeting) ? 'long' : null
}

/** With the greeting in its place, or as the last one where it is new. */
export const withGreeting = (form: GreetingsForm, greeting: AgentGreeting): GreetingsForm => ({
  ...form,
  own: form.own.some(({ id }) => id === greeting.id)
    ? form.own.map((one) => (one.id === greeting.id ? greeting : one))
    : [...form.own, greeting],
})

/** Who can still be chosen: nobody has two greetings (R-02-170). */
export const choosable = (
  agents: readonly Agent[],
  own: GreetingsForm['own'],
  editing: AgentGreeting['id'],
): readonly Agent[] => {
  const taken = new Set<AgentId>(own.flatMap(({ id, agentIds }) => (id === editing ? [] : agentIds)))
  return agents.filter(({ id }) => !taken.has(id))
}
