import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { MessageForm } from '../../protocol/leaveMessageRules.ts'
import type {
  AgentId,
  Answers,
  MessageId,
  NavEntryId,
  SaidOfVisitor,
  SessionId,
} from '../../protocol/model/index.ts'
import type { CustomerHello, SeenMessage } from '../../protocol/wire/index.ts'
import type { PageInfo } from '../shared/bridge.ts'
import type { Storage } from '../shared/storage.ts'
import type { OpenSocket } from './connection.ts'
import type { SendFile } from './uploads.ts'
import type { ChatView } from './view.ts'
import type { KeptAnswers } from './visitorForm.ts'

export interface ChatPorts {
  readonly widgetId: string
  /** By which whoever was sent a link is let in; empty: nobody was. */
  readonly ticket?: string
  /** Told with each hello (R-18-058). */
  readonly browser?: NonNullable<CustomerHello['browser']>
  readonly storage: Storage
  readonly clock: Clock
  readonly ids: Ids
  readonly random: () => number
  readonly openSocket: OpenSocket
  readonly sendFile: SendFile
}

/** One visitor's conversation, without its screen. */
export interface Chat {
  view(): ChatView
  listen(listener: () => void): () => void
  /** Answers of agents and surveys that were not here before, to be announced. */
  onArrived(listener: (messages: readonly SeenMessage[]) => void): () => void
  /**
   * `visit`: key of the visit that the page around the chat has told of, or empty. `visitor`: whom that page remembers,
   * or empty; where it is not the one who has talked here, that one is forgotten (R-18-051).
   */
  start(page: PageInfo, visit?: string, visitor?: string): void
  /** Who the visitor is: `token` is signed by the company's server or empty, the rest is only said. */
  identify(token: string, said: SaidOfVisitor): void
  stop(): void
  /** Whether somebody can see the conversation now. */
  setVisible(visible: boolean): void
  networkChanged(online: boolean): void
  write(text: string): void
  /** The next message answers this one; null: nothing. */
  quote(message: SeenMessage | null): void
  /** Takes an own message back; the code of what is in the way, null once the server has done it. */
  recall(id: MessageId): Promise<string | null>
  /** `seconds`: it is a recorded voice. */
  addFile(file: Blob, name: string, kind: 'image' | 'file', seconds?: number): void
  retryUpload(id: string): void
  cancelUpload(id: string): void
  /** Answers the sum that was asked for. */
  solve(sum: number): void
  retry(id: string): void
  discard(id: string): void
  typed(text: string): void
  draft(): string
  older(): void
  /** The address of a picture has run out: ask for the message again. */
  refresh(seq: number): void
  leave(): void
  /** Wants a person instead of the bot. */
  askPerson(): void
  /** Says whether an answer of the bot helped; the code of what is in the way. */
  judge(seq: number, helpful: boolean): Promise<string | null>
  /** Answers a survey; the code of what is in the way, null once the server has it. */
  rate(sessionId: SessionId, answers: Answers): Promise<string | null>
  /** What was answered so far to the card of a session, from before a reload too; null: nothing. */
  ratingBegun(sessionId: SessionId): Answers | null
  /** Null: the card is closed, nothing of it is kept. */
  ratingTyped(sessionId: SessionId, answers: Answers | null): void
  /** Shows another conversation of the account: with an agent, or with the company. */
  talkWith(agentId: AgentId | null): void
  /** Answers a card; the code of what is in the way. Whoever goes on with somebody else does so here. */
  answerOffer(offer: SeenMessage['body'] & { kind: 'offer' }, accept: boolean): Promise<string | null>
  /** With the company, or with whoever talks to one here; the code of what is in the way. */
  addFriend(who: 'organization' | 'agent'): Promise<string | null>
  /** Ends the friendship with whom this conversation is. */
  removeFriend(): Promise<string | null>
  /** Chooses an entry of the menu; the code of what is in the way, null once the server has it. */
  choose(entryId: NavEntryId): Promise<string | null>
  /** Asks for the card of the session; the code of what is in the way. */
  askRating(): Promise<string | null>
  /** What was answered so far to the questions before the chat, from before a reload too. */
  answers(): KeptAnswers
  answered(kept: KeptAnswers): void
  /** Sends the answers; the code of what is in the way, null once the server has them. */
  fillForm(): Promise<string | null>
  skipForm(): void
  /** What stands in the form for messages that are answered later, from before a reload too. */
  messageForm(): MessageForm
  messageTyped(form: MessageForm): void
  /** Sends what stands in the form; the code of what is in the way, null once the server has it. */
  leaveMessage(): Promise<string | null>
  /** The picture of a message that was sent from here, so that it need not be fetched. */
  localPicture(fileId: string): Blob | undefined
  /** What opens the account here; null: nobody is signed in on this device. */
  accountToken(): string | null
  /** Goes on with the account that the token opens. */
  enter(token: string): void
  /** Goes on without an account where one is asked for (R-02-037). */
  stayAnonymous(): void
  /** Goes on as somebody new; returns what opened the account here, so that the server can end it. */
  leaveAccount(): string | null
  /** Forgets the conversation on this device, and goes on as somebody new (R-18-037). */
  forget(): void
  /** Forgets the visitor (reliability 4.6). */
  erase(): void
  hasTalked(): boolean
}
