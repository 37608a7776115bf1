import type * as z from 'zod'

import type { Permission } from '../model/index.ts'

/** Refusals any command may meet, beside its own codes. */
export const COMMON_CODES = [
  'invalid',
  'forbidden',
  'not-found',
  'idempotency-conflict',
  'rate-limited',
  'unavailable',
  'internal',
] as const
export type CommonCode = (typeof COMMON_CODES)[number]

type Sender = 'agent' | 'customer'

/** A change of state as both sides know it, declared once. */
export interface CommandDeclaration<
  Name extends string = string,
  Args extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
  Code extends string = string,
  By extends Sender = Sender,
> {
  readonly name: Name
  /** Who may send it at all. */
  readonly by: By
  /** What an agent needs besides; null: nothing but to be signed in. */
  readonly permission: Permission | null
  /** Leaves an audit entry when it took effect: who did what to what. */
  readonly sensitive: boolean
  /** Names of arguments whose values stand nowhere but where they are needed, so in no audit entry either. */
  readonly secrets?: readonly string[]
  readonly args: Args
  readonly result: Result
  readonly codes: readonly Code[]
}

export const command = <
  const Name extends string,
  Args extends z.ZodType,
  Result extends z.ZodType,
  const Code extends string,
  const By extends Sender,
>(
  name: Name,
  declaration: Omit<CommandDeclaration<Name, Args, Result, Code, By>, 'name' | 'sensitive'> & {
    readonly sensitive?: boolean
  },
): CommandDeclaration<Name, Args, Result, Code, By> => ({ sensitive: false, ...declaration, name })
