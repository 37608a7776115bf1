import type { Patch } from '../../base/patch.ts'
import type { ActionName } from './actions.ts'
import type { QueryName } from './queries.ts'

/**
 * What a window and the host of a core say to each other.
 *
 * `id` is chosen by the window, one for each question or subscription. After each `answer` of a subscription the host
 * waits for `taken` and then sends what has changed since, so that a window that is busy is never behind by more than
 * one message. A window says nothing before it was told that the core is `here`; when it is told so again, the core is
 * another one and the window subscribes anew.
 */
export type ToHost =
  | { readonly kind: 'run'; readonly id: number; readonly name: ActionName; readonly args: unknown }
  | { readonly kind: 'query'; readonly id: number; readonly name: QueryName; readonly args: unknown }
  | { readonly kind: 'subscribe'; readonly id: number; readonly name: QueryName; readonly args: unknown }
  | { readonly kind: 'taken' | 'unsubscribe'; readonly id: number }
  /** Take the databases over from the tab that has them. */
  | { readonly kind: 'use-here' }
  /** The window was shown, or the computer woke: a reason to try the connection again. */
  | { readonly kind: 'wake' }

export type FromHost =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'patch'; readonly id: number; readonly patch: Patch }
  /** A bug: what may be expected is an answer. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  | { readonly kind: 'ownership'; readonly ownership: Ownership }

/** `elsewhere`: another tab has the databases; this one can ask for them. */
export type Ownership = 'starting' | 'here' | 'elsewhere'
