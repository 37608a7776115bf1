import type { AgentId, ConversationId, QuickReplyFile, Quote } from '../../protocol/model/index.ts'

/** A picture or file that goes along with what is being written. */
export interface DraftFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly mime: string
  readonly as: 'image' | 'file'
  /** What a picture shows or a voice says, in words; or empty. */
  readonly alt: string
  /** Only of a recorded voice: how long it is. */
  readonly seconds?: number | undefined
  /** As the server has it; null: its bytes are on this device alone. */
  readonly stored: QuickReplyFile | null
}

export interface DraftView {
  readonly text: string
  readonly caret: number
  readonly quote: Quote | null
  readonly files: readonly DraftFile[]
  /** The composer that wrote it; another one, or none, has news for the others. */
  readonly writer: string
  /** Which version of the server one sees. */
  readonly base: number
}

export interface DraftActions {
  /**
   * Kept on disk when it answers, and told to the agent's other devices soon after. Nothing in it removes the draft.
   *
   * `agentId` says whose words these are: when another account has taken over meanwhile they wait for their author
   * (R-17-053). `not-found`: this device knows no such account, because it was signed out.
   */
  'draft.save': {
    args: {
      readonly conversationId: ConversationId
      readonly text: string
      readonly agentId?: AgentId
    } & Partial<DraftView>
    result: Record<string, never>
    code: 'disk-full' | 'not-found'
  }
  /** Keeps the bytes of a file that was attached, so that nothing is lost before it is sent. */
  'draft-file.keep': {
    args: { id: string; file: Blob }
    result: Record<string, never>
    code: 'disk-full' | 'outbox-full' | 'unreadable'
  }
  /** It was sent, taken out, or is with the server by now. */
  'draft-file.drop': { args: { id: string }; result: Record<string, never>; code: never }
}

export interface DraftQueries {
  'draft.get': { args: { conversationId: ConversationId }; result: DraftView }
  /** The bytes of a file that was attached here; null: they are not on this device. */
  'draft-file.get': { args: { id: string; mime: string }; result: { file: Blob | null } }
}
