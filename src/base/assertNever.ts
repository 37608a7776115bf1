/** Closes a switch over a union: the compiler complains here when a member was forgotten. */
export const assertNever = (value: never, what = 'value'): never => {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`)
}
