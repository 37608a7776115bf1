import type * as z from 'zod'

/** The kinds of scope an event is written to; see `model/scope.ts`. */
export type ScopeKind = 'org' | 'agent' | 'thread' | 'pool'

/**
 * A fact, declared once. The payload carries the whole changed row, so that applying it is putting the row in place
 * and *old snapshot + events = fresh snapshot* holds by construction.
 */
export interface EventDeclaration<Name extends string = string, Payload extends z.ZodType = z.ZodType> {
  readonly name: Name
  readonly scope: ScopeKind
  readonly payload: Payload
}

export const event = <const Name extends string, Payload extends z.ZodType>(
  name: Name,
  scope: ScopeKind,
  payload: Payload,
): EventDeclaration<Name, Payload> => ({ name, scope, payload })
