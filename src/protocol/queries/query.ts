import type * as z from 'zod'

/** A question only the server can answer; changes nothing. */
export interface QueryDeclaration<
  Name extends string = string,
  Args extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  readonly name: Name
  readonly args: Args
  readonly result: Result
}

export const query = <const Name extends string, Args extends z.ZodType, Result extends z.ZodType>(
  name: Name,
  args: Args,
  result: Result,
): QueryDeclaration<Name, Args, Result> => ({ name, args, result })
