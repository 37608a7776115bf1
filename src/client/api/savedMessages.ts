import type { SavedMessage, WrittenBody } from '../../protocol/model/index.ts'

/** The agent's favourites among messages. */
export interface SavedMessageQueries {
  /** The one saved last first, so many of those that are of the kind and have the text in them or in their author's name. */
  'saved-messages.list': {
    args: { text: string; kind: WrittenBody['kind'] | null; limit: number }
    result: { readonly rows: readonly SavedMessageRow[]; readonly found: number; readonly all: number }
  }
}

export interface SavedMessageRow extends SavedMessage {
  /** As the agent calls who wrote it; empty: a customer without a name, or a colleague who is gone. */
  readonly senderName: string
  /** Its conversation is on this device. */
  readonly openable: boolean
}
