/**
 * The narrow interface between transport and engine (design §2).
 *
 * Transport and publishing know sockets and frames; the engine permits, decides and writes. They exchange commands one
 * way and committed batches the other.
 */
import type { Result } from '../../base/result.ts'
import type { BotWords } from '../../domain/bots/replies.ts'
import type { CommandName } from '../../protocol/commands/index.ts'
import type { LogEntry } from '../../protocol/events/index.ts'
import type {
  AgentDevice,
  AgentId,
  AgentPresence,
  Annotation,
  AnnotationName,
  Answers,
  ConversationId,
  CustomerId,
  FileId,
  GroupId,
  IdentityId,
  IdlePresence,
  InvitationId,
  InvitationRuleId,
  LinkPreview,
  MessageId,
  Organization,
  OrganizationId,
  Permission,
  RouterDecision,
  RouterId,
  SaidOfVisitor,
  SessionId,
  ShownInvitation,
  StoredFile,
  TimelineItem,
  VisitorId,
  VisitSource,
  WidgetId,
} from '../../protocol/model/index.ts'
import type { ServerQueryName } from '../../protocol/queries/index.ts'
import type { SignInContact } from '../../protocol/signInContact.ts'
import type { SignedUser } from '../auth/signedIdentity.ts'
import type { TimerKind } from '../db/timers.ts'

/** Who is asking, as the transport has proved it. The organisation never comes from anywhere else. */
export type Principal = AgentPrincipal | CustomerPrincipal | SystemPrincipal

export interface AgentPrincipal {
  readonly kind: 'agent'
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  /** Read again by the engine at each command; here for shaping what leaves. */
  readonly permissions: ReadonlySet<Permission>
}

export interface CustomerPrincipal {
  readonly kind: 'customer'
  readonly organizationId: OrganizationId
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
  /** By which entry they are here: what it offers is what is taken from them. */
  readonly widgetId: WidgetId
}

/** Timers, seeds and the set-up: inside the server only. */
export interface SystemPrincipal {
  readonly kind: 'system'
  readonly organizationId: OrganizationId
}

export interface CommandRequest {
  readonly principal: Principal
  /** Permanent id of the command, made by the client. */
  readonly id: string
  readonly name: CommandName
  /** As it came; the engine parses it. */
  readonly args: unknown
}

/** `revision`: the log includes the effects of the command from here on. */
export type CommandOutcome = Result<{ readonly result: unknown; readonly revision: number }>

/** What one commit changed in one organisation. Published after the commit, in order of `revision`. */
export interface Committed {
  readonly organizationId: OrganizationId
  readonly revision: number
  readonly entries: readonly CommittedEntry[]
  /** Effects that are not in the log. */
  readonly signals: readonly Signal[]
}

/** `payloadText`: the payload as JSON, made once for the log and for everybody who follows it. */
export type CommittedEntry = LogEntry & { readonly payloadText?: string }

export type Signal =
  | { readonly kind: 'presence'; readonly agents: readonly AgentPresence[] }
  /** The thread's customer must be told where they stand. */
  | { readonly kind: 'customer-state'; readonly conversationId: ConversationId }
  /** Places in the queue of this target moved. */
  | { readonly kind: 'queue-moved'; readonly target: string }
  /** Another history has begun: whoever is connected comes back and takes everything anew. */
  | { readonly kind: 'history-renewed' }
  /** What entries of the log said before is to be told to nobody any more. */
  | { readonly kind: 'log-rewritten' }
  /** A message waits for the bot that has the session. */
  | { readonly kind: 'bot-asked'; readonly sessionId: SessionId }
  /** Whoever left a message is to be told by mail that it is answered. */
  | { readonly kind: 'answer-due'; readonly sessionId: SessionId }
  /** Somebody came by an entry that names a router: it is to be asked. */
  | { readonly kind: 'router-asked'; readonly sessionId: SessionId; readonly routerId: RouterId }
  /** A service of the company is to be asked what it makes of a message. */
  | { readonly kind: 'annotation-asked'; readonly messageId: MessageId; readonly name: AnnotationName }
  | InvitationSignal

/** What became of an invitation, for the page that shows it. */
export type InvitationSignal = {
  readonly kind: 'invitation'
  /** Hash of the visitor's key. */
  readonly visitor: string
  readonly id: InvitationId
} & (
  | {
      readonly state: 'shown'
      /** Name of the inviting agent among colleagues; empty for an automatic invitation. */
      readonly inviter: string
      readonly until: number
      readonly shown: ShownInvitation
    }
  /** `opens`: the page opens the chat by itself. `elsewhere`: they come to another page of ours for it. */
  | {
      readonly state: 'accepted' | 'declined' | 'ignored'
      readonly opens: boolean
      readonly elsewhere: boolean
    }
)

/** What happens inside the server only: never on the wire, so never parsed. */
export interface InternalCommands {
  /** The first rows of an organisation: main group, role presets, super admin, first agent, widget. */
  'organization.create': { readonly args: NewOrganization; readonly result: CreatedOrganization }
  /**
   * The first connection of an agent opened, or they have come to a computer, or left it for a mobile, or are away from all
   * their devices or back at one. `idle`: what they are to be while nobody is at any; not there: they are.
   */
  'agent.connected': {
    readonly args: {
      readonly agentId: AgentId
      readonly device: AgentDevice
      readonly idle?: IdlePresence | undefined
    }
    readonly result: object
  }
  /** The last connection of an agent closed; a minute later they are offline (R-02-065). */
  'agent.disconnected': { readonly args: { readonly agentId: AgentId }; readonly result: object }
  /** A customer's side says hello: who they are by the hash of their token, made if nobody knows it. */
  'identity.open': { readonly args: OpenIdentity; readonly result: OpenedIdentity }
  /** An address that was just proved opens this account too; `taken`: it opens another one. */
  'identity.join': {
    readonly args: {
      /** Under which the account is found. */
      readonly keyHash: string
      /** By which they are signed in, and the one that is new. */
      readonly own: SignInContact
      readonly contact: SignInContact
    }
    readonly result: { readonly joined: 'yes' | 'taken' | 'no-account' }
  }
  /** Which of their conversations a customer came for; null: the organisation's. */
  'face.open': {
    readonly args: {
      readonly identityId: IdentityId
      readonly widgetId: WidgetId
      readonly wanted: AgentId | null
    }
    readonly result: { readonly conversationId: ConversationId | null }
  }
  /** Finds a receiver again for a session that waits or whose handler is away. */
  'session.requeue': { readonly args: { readonly sessionId: SessionId }; readonly result: object }
  /** An automatic invitation is due. */
  'invitation.show': {
    readonly args: { readonly visitorId: VisitorId; readonly ruleId: InvitationRuleId }
    readonly result: object
  }
  'invitation.answer': {
    readonly args: {
      readonly id: InvitationId
      readonly visitor: string
      readonly accepted: boolean
      readonly elsewhere: boolean
    }
    readonly result: object
  }
  /** Whoever accepted has opened the chat. */
  'invitation.open': {
    readonly args: { readonly id: InvitationId; readonly conversationId: ConversationId }
    readonly result: object
  }
  /** What a bot decided on the messages up to `upTo`. */
  'bot.answer': {
    readonly args: { readonly sessionId: SessionId; readonly upTo: number; readonly decision: BotDecision }
    readonly result: { readonly more: boolean }
  }
  /** What a router decided; null: nothing that counts, so the usual way goes on. `unknown`: it named nobody we have. */
  'router.answer': {
    readonly args: {
      readonly sessionId: SessionId
      readonly routerId: RouterId
      readonly decision: RouterDecision | null
    }
    readonly result: { readonly taken: 'yes' | 'late' | 'unknown' }
  }
  /** What a service made of a message, or that it made nothing. */
  'message.annotate': {
    readonly args: {
      readonly messageId: MessageId
      readonly name: AnnotationName
      readonly annotation: Annotation
    }
    readonly result: object
  }
  /** What the page says of itself to which a message leads. */
  'message.preview': {
    readonly args: {
      readonly messageId: MessageId
      readonly page: Omit<LinkPreview, 'picture'> & { readonly picture: FoundPicture | null }
    }
    readonly result: object
  }
  /** What customers have looked at on the company's pages since it was written last. */
  'visits.note': {
    readonly args: {
      readonly visits: readonly {
        readonly conversationId: ConversationId
        readonly record: Extract<TimelineItem, { kind: 'visit' }>
      }[]
    }
    readonly result: object
  }
  /** Whoever left the message has been told, or cannot be told. */
  'answer-mail.done': { readonly args: { readonly sessionId: SessionId }; readonly result: object }
  /** Somebody who holds the link of a survey answers it. */
  'session.rate': {
    readonly args: { readonly sessionId: SessionId; readonly answers: Answers }
    readonly result: { readonly taken: 'yes' | 'expired' | 'invalid' }
  }
  /** The database is older than what was told already: nobody may go on from where they are. Once for each `epoch`. */
  'history.renew': { readonly args: { readonly epoch: string }; readonly result: object }
  'timer.fire': { readonly args: DueTimer; readonly result: object }
  /** Many at one moment, each of another subject. */
  'timers.fire': { readonly args: { readonly timers: readonly DueTimer[] }; readonly result: object }
}
export type InternalName = keyof InternalCommands

/** The picture of a page as it will lie among the files of the company; its bytes are kept already. */
export type FoundPicture = Omit<StoredFile, 'id' | 'width' | 'height'> & {
  readonly fileId: FileId
  readonly sha256: string
  readonly width: number
  readonly height: number
}

export interface DueTimer {
  readonly kind: TimerKind
  readonly subject: string
}

export interface BotDecision {
  /** Null: it says nothing. */
  readonly words: BotWords | null
  /** Answers in a row that were not understood, this one included. */
  readonly misses: number
  readonly handOver: boolean
}

export interface NewOrganization {
  readonly name: string
  readonly language: Organization['language']
  readonly timeZone: string
  /** The super admin administers and does not receive; the passwords arrive hashed. */
  readonly admin: { readonly account: string; readonly passwordHash: string }
  readonly agent: { readonly account: string; readonly name: string; readonly passwordHash: string }
}

export interface CreatedOrganization {
  readonly adminId: AgentId
  readonly agentId: AgentId
  readonly groupId: GroupId
  readonly widgetId: WidgetId
}

export interface OpenIdentity {
  readonly widgetId: WidgetId
  /** Left out: `web`. */
  readonly channel?: 'web' | 'im'
  /** SHA-256 of the visitor token, or the key of somebody known. */
  readonly keyHash: string
  /** The company has vouched for them. */
  readonly user?: SignedUser
  /** They have proved that this address is theirs. */
  readonly contact?: SignInContact
  /** As whom they were here until now: a talk that is under way becomes theirs (R-18-055). */
  readonly was?: IdentityId
  /** What they say of themselves without proof. */
  readonly said?: SaidOfVisitor
  readonly source: VisitSource
  /** As the page said. */
  readonly language: string
}

export interface OpenedIdentity {
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
  /** Nobody knew the token. */
  readonly fresh: boolean
}

export interface Engine {
  run(request: CommandRequest): Promise<CommandOutcome>
  /** Takes the same turn as the commands of the organisation. */
  runInternal<N extends InternalName>(
    organizationId: OrganizationId,
    name: N,
    args: InternalCommands[N]['args'],
  ): Promise<Result<InternalCommands[N]['result']>>
  query(principal: AgentPrincipal, name: ServerQueryName, args: unknown): Promise<Result<unknown>>
  /** Called after each commit, before the answers of its commands. */
  onCommitted(listener: (committed: Committed) => void): () => void
  /** Refuses new commands, finishes the ones it has. */
  stop(): Promise<void>
}
