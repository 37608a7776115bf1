import type * as z from 'zod'

/** The same data with its ids as plain texts: what a test writes down by hand. Everything else is as it has to be. */
export type Plain<T> = T extends string & z.core.$brand
  ? string
  : T extends readonly (infer One)[]
    ? readonly Plain<One>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T
