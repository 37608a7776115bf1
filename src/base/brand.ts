declare const brand: unique symbol

/** A string that may not be mixed up with other strings, such as an id of another noun. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
