import type {
  AgentCommandName,
  CommandArgs,
  CommandCode,
  CommandResult,
} from '../../protocol/commands/index.ts'
import type {
  AgentId,
  ConversationId,
  DeviceId,
  IdlePresence,
  MessageId,
  QuickReplyFile,
  Quote,
  SessionId,
  StoredFile,
  WrittenBody,
} from '../../protocol/model/index.ts'
import type { OwnDevice, PasswordChange } from '../../protocol/wire/index.ts'
import type { NoAnswer } from '../ports/index.ts'
import type { DraftActions } from './drafts.ts'
import type { QueuedActions, QueuedCommandName } from './queued.ts'
import type { ThreadActions } from './records.ts'
import type { RecordActions } from './search.ts'
import type { SettingActions } from './settings.ts'
import type { StorageActions } from './storage.ts'
import type { EndingWish } from './todos.ts'

/** Commands of the server that are given to it by their name; the others wait in the outbox or are kept as choices. */
export type OnlineCommandName = Exclude<
  AgentCommandName,
  'message.send' | 'chat.send' | 'agent-setting.save' | 'draft.save'
>

/** One of them with its arguments. */
export type OnlineCommand = {
  readonly [N in OnlineCommandName]: { readonly name: N; readonly args: CommandArgs<N> }
}[OnlineCommandName]

/** What the core does by itself. */
export interface LocalActions
  extends SettingActions, DraftActions, QueuedActions, RecordActions, StorageActions, ThreadActions {
  'account.sign-in': {
    args: { server: string; account: string; password: string; publicComputer: boolean }
    result: { agentId: AgentId }
    code: SignInCode
  }
  'account.sign-in-with-ticket': {
    args: { server: string; ticket: string }
    result: { agentId: AgentId }
    code: SignInCode
  }
  /** Looks what is at an address, without signing in. */
  'server.test': { args: { server: string }; result: ServerFound; code: ServerTestCode }
  /** Erases the cache, after the caller has named unsent items and drafts (R-17-059). */
  'account.sign-out': { args: Record<string, never>; result: Record<string, never>; code: never }
  /** Where this agent is signed in. */
  'device.list': {
    args: Record<string, never>
    result: { devices: readonly OwnDevice[] }
    code: OwnAccountCode
  }
  /** Signs one of them out; null: every one but this. */
  'device.sign-out': {
    args: { deviceId: DeviceId | null }
    result: Record<string, never>
    code: OwnAccountCode
  }
  /** Signs every other device out, too. */
  'password.change': { args: PasswordChange; result: Record<string, never>; code: OwnAccountCode }
  'account.switch': { args: { agentId: AgentId }; result: Record<string, never>; code: 'not-found' }
  'connection.retry': { args: Record<string, never>; result: Record<string, never>; code: never }
  /** Makes sure that everything is shown as the server has it now. */
  'connection.confirm': { args: Record<string, never>; result: Record<string, never>; code: 'offline' }
  /** Written to disk before the promise resolves; sent in order of writing (R-06-064). */
  'message.send': {
    args: {
      /** Made by whoever asks, so that asking again after a failure of the core leaves one message. */
      id?: MessageId | undefined
      conversationId: ConversationId
      body: Extract<WrittenBody, { kind: 'text' }>
      seenSeq: number | null
      /** What it answers; the server takes from it only which message that is. */
      quote?: Quote | undefined
      /** So long it can be taken back before it goes. */
      holdMs?: number | undefined
    }
    result: { id: MessageId }
    /** `too-fast`: into an ad-hoc chat, for so many milliseconds still (R-09-048). */
    code: 'outbox-full' | 'disk-full' | 'too-long' | 'too-fast'
  }
  /**
   * Kept on disk, uploaded, then sent in its place in the order. `alt`: what a picture shows or a voice says, for those
   * who do not see or hear it. `seconds`: it is a voice, of this length.
   */
  'file.send': {
    args: {
      conversationId: ConversationId
      file: Blob
      name: string
      as: 'image' | 'file'
      alt?: string | undefined
      seconds?: number | undefined
      holdMs?: number | undefined
      /** Kept under this id beside a draft: it is taken over from there, not copied. */
      draftFileId?: string | undefined
    }
    result: { id: MessageId }
    code: 'outbox-full' | 'disk-full' | 'too-large' | 'type-not-allowed' | 'unreadable'
  }
  /** Sends what the server has already, such as the picture of a quick reply. */
  'stored-file.send': {
    args: { conversationId: ConversationId; file: QuickReplyFile; holdMs?: number | undefined }
    result: { id: MessageId }
    code: 'outbox-full' | 'disk-full'
  }
  /** Brings a picture that belongs to no conversation to the server, such as one for an entry point. */
  'picture.upload': {
    args: { file: Blob; name: string }
    result: { file: StoredFile }
    code: 'unreachable' | UploadCode
  }
  /** Brings a file that belongs to no conversation to the server, such as one for a quick reply. */
  'file.upload': {
    args: { file: Blob; name: string; as: 'image' | 'file' | 'theme' }
    result: { file: StoredFile }
    code: 'unreachable' | UploadCode
  }
  /** Takes a failed message and those behind it up again; `force` sends although a colleague answered meanwhile. */
  'outbox.retry': {
    args: { id: MessageId; force: boolean }
    result: Record<string, never>
    code: 'not-found' | 'disk-full'
  }
  'outbox.discard': {
    args: { id: MessageId }
    result: Record<string, never>
    code: 'not-found' | 'disk-full'
  }
  /** Stops the upload of a file until it is gone on with; what was written after it waits too. */
  'outbox.pause': {
    args: { id: MessageId; paused: boolean }
    result: Record<string, never>
    code: 'not-found' | 'disk-full'
  }
  /** Keeps what was written, so that it can be recalled. */
  'written.keep': {
    args: { conversationId: ConversationId; text: string }
    result: Record<string, never>
    code: 'disk-full'
  }
  /** Fetches the page of messages before the oldest cached one. */
  'history.load': {
    args: { conversationId: ConversationId }
    result: { loaded: number; more: boolean }
    code: 'offline' | 'unavailable' | 'disk-full'
  }
  'typing.set': {
    args: { conversationId: ConversationId; on: boolean }
    result: Record<string, never>
    code: never
  }
  /** Which conversation is open, so that colleagues who have it open too know; null: none, or nobody looks. */
  'conversation.view': {
    args: { conversationId: ConversationId | null }
    result: Record<string, never>
    code: never
  }
  /** Ends an own session after so many seconds, unless it is taken back or the customer writes (R-03-081). */
  'ending.hold': {
    args: EndingWish & { seconds: number }
    result: Record<string, never>
    code: never
  }
  /** Takes a held ending back, or acknowledges how it went. */
  'ending.undo': { args: { sessionId: SessionId }; result: Record<string, never>; code: never }
  /** The window closes: what is held, endings and messages, is sent at once. */
  'held.flush': { args: Record<string, never>; result: Record<string, never>; code: never }
  /** Nobody has touched this device for a while, and what the agent is to be if that is true of all theirs; null: they are back. */
  'device.set-idle': {
    args: { presence: IdlePresence | null }
    result: Record<string, never>
    code: never
  }
}

/** What may be wrong with a file. */
export type UploadCode =
  | 'too-large'
  | 'type-not-allowed'
  | 'disk-full'
  | 'too-many-tries'
  | 'unavailable'
  | 'internal'

/** `wrong-credentials`: the present password is another one. */
export type OwnAccountCode = 'wrong-credentials' | 'too-many-tries' | 'unreachable' | 'internal'

export type SignInCode =
  | 'wrong-credentials'
  | 'disabled'
  | 'forbidden'
  | 'too-many-tries'
  | 'ticket-used'
  | 'unreachable'
  | 'insecure'
  | NoAnswer
  | 'version'
  | 'internal'

/** A server of this product. */
export interface ServerFound {
  /** As it is used, whatever of it was typed. */
  readonly address: string
  readonly version: string
  readonly organizationName: string | null
  readonly isEncrypted: boolean
}

/** `no-address`: nothing can be there. `insecure`: others could read along on the way. `no-answer`: not within the time. */
export type ServerTestCode = 'no-address' | 'insecure' | 'not-foyer' | 'no-answer' | 'unreachable' | NoAnswer

export type ActionName = OnlineCommandName | keyof LocalActions
export type ActionArgs<N extends ActionName> = N extends keyof LocalActions
  ? LocalActions[N]['args']
  : N extends OnlineCommandName
    ? CommandArgs<N>
    : never
export type ActionResult<N extends ActionName> = N extends keyof LocalActions
  ? LocalActions[N]['result']
  : N extends OnlineCommandName
    ? CommandResult<N>
    : never
/**
 * `offline`: the command needs the server and was not kept. `timeout`: its fate is unknown; sending again is safe.
 * `outbox-full`, `disk-full`: it would have been kept, and there is no room.
 */
export type ActionCode<N extends ActionName> = N extends keyof LocalActions
  ? LocalActions[N]['code']
  : N extends OnlineCommandName
    ?
        | CommandCode<N>
        | 'offline'
        | 'timeout'
        | (N extends QueuedCommandName ? 'outbox-full' | 'disk-full' : never)
    : never
