import { create } from 'zustand'

import type { ConversationId, MessageId } from '../../../protocol/model/index.ts'

/** A text on its way to the disk: its author sees it in the thread at once, and it stands in the field until it is safe. */
export interface SavingText {
  readonly key: string
  readonly conversationId: ConversationId
  readonly text: string
  /** Known when it is saved: from then on the thread has it too. */
  readonly id: MessageId | null
}

export const useSaving = create<{ readonly texts: readonly SavingText[] }>()(() => ({ texts: [] }))

/** The thread has a saved text with the same message that says so; after this time nobody waits for it any more. */
const FORGET_MS = 2000

export interface Saving {
  saved(id: MessageId): void
  failed(): void
}

export const startSaving = (conversationId: ConversationId, text: string): Saving => {
  const key = crypto.randomUUID()
  const change = (to: (texts: readonly SavingText[]) => readonly SavingText[]): void => {
    useSaving.setState(({ texts }) => ({ texts: to(texts) }))
  }
  const forget = (): void => {
    change((texts) => texts.filter((one) => one.key !== key))
  }
  change((texts) => [...texts, { key, conversationId, text, id: null }])
  return {
    saved: (id) => {
      change((texts) => texts.map((one) => (one.key === key ? { ...one, id } : one)))
      setTimeout(forget, FORGET_MS)
    },
    failed: forget,
  }
}

/** It was taken back at once: the thread does not have it, and will not. */
export const forgetSaved = (id: MessageId): void => {
  useSaving.setState(({ texts }) => ({ texts: texts.filter((one) => one.id !== id) }))
}

/** Those of the conversation that its thread does not have yet. */
export const savingIn = (
  texts: readonly SavingText[],
  conversationId: ConversationId,
  {
    messages,
    unsent,
  }: {
    readonly messages: readonly { readonly id: MessageId }[]
    readonly unsent: readonly { readonly id: MessageId }[]
  },
): readonly SavingText[] =>
  texts.filter(
    (one) =>
      one.conversationId === conversationId &&
      !(one.id !== null && [...unsent, ...messages.slice(-50)].some(({ id }) => id === one.id)),
  )
