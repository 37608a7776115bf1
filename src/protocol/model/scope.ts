import * as z from 'zod'

/**
 * Who may see a log entry.
 *
 * `org`: everybody of the organisation. `agent:<id>`: that agent's own devices. `thread:<conversation id>`: whoever
 * follows the conversation. `pool:group:<id>`, `pool:agent:<id>`: whoever sees that part of the pending pool;
 * `pool:*` is followed by those who see all of it and is never written to.
 *
 * Which scopes an agent follows beside `org` and the own one is durable state of the server; each change of it is an
 * entry `scope.followed` or `scope.lost` in the agent's own scope, so that a client that was away learns of it in order.
 */
export const Scope = z.custom<Scope>(
  (value) =>
    typeof value === 'string' &&
    /^(?:org|agent:[\w-]{1,64}|thread:[\w-]{1,64}|pool:(?:group|agent):[\w-]{1,64}|pool:\*)$/u.test(value),
)
export type Scope =
  | 'org'
  | `agent:${string}`
  | `thread:${string}`
  | `pool:group:${string}`
  | `pool:agent:${string}`
  | 'pool:*'
