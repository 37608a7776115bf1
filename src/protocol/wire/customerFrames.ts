/**
 * The frames between the customer's side (widget, chat page) and the sync server.
 *
 * A customer sees one thread, and of it only what is meant for customers: the server shapes each frame
 * (`server/publish/customerView`). There is no log cursor here: messages have numbers without gaps as far as the
 * customer may see them by `after`, and everything else is one small `state` that is sent whole whenever it changes.
 * A first `hello` without a token gets one in `welcome`; the widget keeps it.
 */
import * as z from 'zod'

import {
  AgentId,
  companyText,
  CompanyProfile,
  FileBody,
  ImageBody,
  Instant,
  Language,
  MessageId,
  NotReceivedCause,
  OfferId,
  OfferKind,
  OfferState,
  Rating,
  SaidOfVisitor,
  Seq,
  SessionId,
  SurveyCard,
  TextBody,
  VisitorForm,
  WIDGET_COOKIES,
  WIDGET_TOOLS,
  WidgetId,
} from '../model/index.ts'
import { TYPED_LIMIT, WIDGET_WELCOME_LIMIT } from '../model/limits.ts'
import { SIGN_IN_WAYS } from '../signInContact.ts'
import { Answer, Bye, Command } from './frames.ts'
import { SeenMenu } from './seenMenu.ts'
import { VisitKey } from './visits.ts'

export const CustomerHello = z.strictObject({
  t: z.literal('hello'),
  v: z.int(),
  as: z.literal('customer'),
  widgetId: WidgetId,
  token: z.string().max(256).nullable(),
  /**
   * What the token of whoever has none yet is made of, random and said again until there is a welcome: a hello whose
   * answer is lost makes nobody twice (R-18-051).
   */
  secret: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
  /** The newest message this client has; 0: none. */
  after: Seq,
  /** Key of the visit the page around the chat has told of (`wire/visits`). */
  visit: VisitKey.optional(),
  /** Who the visitor is, signed by the company's own server (R-16-141). */
  identity: z.string().max(4096).optional(),
  /** Of somebody who has signed in to their account on this device (R-02-011). */
  account: z.string().max(256).optional(),
  /** With which agent they want to talk, or with null with the company; else with whomever the entry leads to. */
  with: AgentId.nullable().optional(),
  /** A link that was sent to them led here, and they have confirmed it (R-18-057). */
  ticket: z.string().max(256).optional(),
  /** They have chosen to chat without an account where one is asked for (R-02-037). */
  anonymous: z.boolean().optional(),
  /** What the page or the visitor says without proof (R-18-054). */
  said: SaidOfVisitor.optional(),
  /** Untrusted words about the page (R-18-058). */
  page: z.strictObject({
    url: z.string().max(2048),
    title: z.string().max(256),
    referrer: z.string().max(2048),
    language: z.string().max(35),
  }),
  /** What it says it is, and how often they have been here with it. */
  browser: z.strictObject({ agent: z.string().max(512), visits: z.int().min(1).max(100_000) }).optional(),
})
export type CustomerHello = z.infer<typeof CustomerHello>

export const CustomerFrame = z.discriminatedUnion('t', [
  CustomerHello,
  Command,
  /** `text`: the beginning of what is being written, only where the company looks at it. */
  /** What they say the sum is that they were asked for: who writes too fast again and again (R-18-082). */
  z.strictObject({ t: z.literal('solve'), sum: z.int().min(0).max(99) }),
  z.strictObject({ t: z.literal('typing'), on: z.boolean(), text: z.string().max(TYPED_LIMIT).optional() }),
  /** Older messages than `before`, up to 30 (R-18-036). */
  z.strictObject({ t: z.literal('older'), before: Seq }),
  z.strictObject({ t: z.literal('ping') }),
])
export type CustomerFrame = z.infer<typeof CustomerFrame>

/** What a message answers, as the customer sees it. */
export const SeenQuote = z.object({
  messageId: MessageId,
  from: z.enum(['me', 'agent']),
  name: z.string().nullable(),
  kind: z.enum(['text', 'image', 'file', 'voice', 'recalled']),
  text: z.string(),
})
export type SeenQuote = z.infer<typeof SeenQuote>

/** A message as the customer sees it. */
export const SeenMessage = z.object({
  id: MessageId,
  seq: Seq,
  from: z.enum(['me', 'agent', 'system']),
  /** Outward name of the agent, never the real one (R-18-014). */
  name: z.string().nullable(),
  body: z.discriminatedUnion('kind', [
    /** `texts`: what the company wrote in other languages. `choices`: a bot says it, with these buttons below (R-14-007). */
    TextBody.extend({
      texts: z.partialRecord(Language, z.string()).optional(),
      choices: z.array(z.string()).optional(),
      quote: SeenQuote.optional(),
    }),
    /** `url` works for a while; a fresh one comes with the next connection. */
    ImageBody.extend({ url: z.string() }),
    FileBody.extend({ url: z.string() }),
    z.object({
      kind: z.literal('system'),
      code: z.enum([
        'session-assigned',
        'session-reopened',
        'session-transferred',
        'still-there',
        'session-ended',
        'company-text',
        'message-left',
        'menu-chosen',
        'friends-now',
        'friends-no-more',
        'moved-here',
      ]),
      params: z.record(z.string(), z.string()),
    }),
    /** They are asked to be friends with somebody, or to go on with somebody else; and what became of it (R-02-206). */
    z.object({
      kind: z.literal('offer'),
      offerId: OfferId,
      about: OfferKind,
      /** Whose card it is; null: the company's. */
      with: AgentId.nullable(),
      name: z.string().nullable(),
      avatarUrl: z.string().nullable(),
      text: z.string(),
      until: Instant.nullable(),
    }),
    z.object({ kind: z.literal('offer-answer'), offerId: OfferId, outcome: OfferState.exclude(['open']) }),
    /** Its author took it back. */
    z.object({ kind: z.literal('recalled') }),
    /** The card that asks how satisfied they were with a session, and each answer they gave to it (R-18-047). */
    z.object({ kind: z.literal('survey'), sessionId: SessionId, card: SurveyCard, expiresAt: Instant }),
    z.object({ kind: z.literal('rating'), sessionId: SessionId, rating: Rating }),
  ]),
  at: Instant,
})
export type SeenMessage = z.infer<typeof SeenMessage>

/** Where the customer stands (R-18-025). */
export const CustomerState = z.object({
  session: z.enum(['none', 'requested', 'pending', 'assigned', 'active', 'ended']),
  /** Place in the queue, from 1, while pending (R-18-020). */
  place: z.int().nullable(),
  /** So long those waited who were received in the last hour: half of them less, half of them more. */
  waitMinutes: z.int().optional(),
  agent: z.object({ name: z.string(), avatarUrl: z.string().nullable() }).nullable(),
  /** Only while a bot has the session: a person can be asked for. */
  bot: z.object({ name: z.string() }).optional(),
  endReason: z.string().nullable(),
  /** Nobody received them: they are asked to leave a message, and told why (R-18-021, R-18-022). */
  askMessage: z.object({ cause: NotReceivedCause, opensAt: Instant.nullable() }).optional(),
  /** They left one, and nobody has taken it yet. */
  leftMessage: z.object({ number: z.int(), answerBy: Instant }).optional(),
})
export type CustomerState = z.infer<typeof CustomerState>

/** One of the conversations a customer's account has with the company. */
export const Talk = z.object({
  /** Null: with the company. */
  with: AgentId.nullable(),
  name: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  friend: z.boolean(),
  /** Something was said there that they have not read. */
  news: z.boolean(),
})
export type Talk = z.infer<typeof Talk>

/** How the widget looks and speaks, set by the company. */
export const WidgetSettings = z.object({
  company: z.string(),
  color: z.string().regex(/^#[\da-f]{6}$/u),
  title: z.string(),
  welcome: companyText(WIDGET_WELCOME_LIMIT),
  language: Language.nullable(),
  /** The company's own, for texts that it has not written in the customer's (R-18-072). */
  ownLanguage: Language,
  /** Null: there is nothing to choose from. */
  menu: SeenMenu.nullable(),
  /** Who is seen to speak: the agent with the outward name, or the company (R-02-028). */
  face: z.enum(['agent', 'company']),
  /** What is offered below the field; `rating` only where the company asks for ratings. */
  tools: z.array(z.enum(WIDGET_TOOLS)),
  /** Null: nothing is asked before the first message. */
  form: VisitorForm.nullable(),
  messageStyle: z.enum(['bubbles', 'lines']),
  /** Agents see what is being written, so it is sent with the typing. */
  showsTyped: z.boolean(),
  /** How long the browser may remember what is said here. */
  cookies: z.enum(WIDGET_COOKIES),
  /** Relative to the server. */
  avatarUrl: z.string().nullable(),
  /** Null: the company has written nothing about itself. */
  profile: CompanyProfile.nullable(),
  /** Only where customers can have an account. */
  signIn: z
    .object({
      /** To where a code can be sent. */
      ways: z.array(z.enum(SIGN_IN_WAYS)),
      /** Who has none may chat without. */
      anonymous: z.boolean(),
      /** Where the demonstration shows what it would have sent; null in real use. */
      outboxUrl: z.string().nullable(),
    })
    .optional(),
})
export type WidgetSettings = z.infer<typeof WidgetSettings>

export const CustomerServerFrame = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('welcome'),
    v: z.int(),
    serverTime: Instant,
    heartbeatMs: z.int(),
    token: z.string(),
    /**
     * `signed`: `token` opens the thread of somebody the company vouches for, and is not kept; `joined`: the visitor's
     * own thread is that person's now; `refused`: the signature is wrong or old (R-18-053).
     */
    identity: z.enum(['signed', 'joined', 'refused']).optional(),
    /** The address with which they are signed in to their account. */
    account: z.string().optional(),
    /** What else opens the account. */
    addresses: z.array(z.string()).optional(),
    /** Only of an account: all its conversations, and which one this is. */
    talks: z.object({ with: AgentId.nullable(), all: z.array(Talk) }).optional(),
    settings: WidgetSettings,
    state: CustomerState,
    /** Messages after `after`, or the newest 30 when that would be more. */
    messages: z.array(SeenMessage),
    /** Older ones than the first of `messages` exist. */
    more: z.boolean(),
  }),
  /** Who is there must sign in first, or choose to do without (R-02-037); the connection ends. */
  z.object({ t: z.literal('gate'), settings: WidgetSettings }),
  /** What the company has changed about this entry since the welcome. */
  z.object({ t: z.literal('settings'), settings: WidgetSettings }),
  z.object({ t: z.literal('messages'), messages: z.array(SeenMessage) }),
  /** Messages that were here before and are others now: recalled, or quoting one that was. */
  z.object({ t: z.literal('changed'), messages: z.array(SeenMessage) }),
  z.object({ t: z.literal('older'), messages: z.array(SeenMessage), more: z.boolean() }),
  z.object({ t: z.literal('state'), state: CustomerState }),
  z.object({ t: z.literal('typing'), on: z.boolean() }),
  /** Something was said in another of their conversations. */
  z.object({ t: z.literal('elsewhere'), with: AgentId.nullable() }),
  /** How far agents have read; sent only if the company shows it (R-06-094). */
  z.object({ t: z.literal('read'), seq: Seq }),
  z.object({ t: z.literal('pong'), serverTime: Instant }),
  ...Answer.options,
  Bye,
])
export type CustomerServerFrame = z.infer<typeof CustomerServerFrame>
