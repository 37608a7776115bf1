import * as z from 'zod'

import { FileId, InvitationId, InvitationRuleId } from './ids.ts'
import { Instant, line, note, Version } from './primitives.ts'
import { SessionTarget } from './session.ts'
import { VisitSource } from './visit.ts'
import { WidgetType } from './widget.ts'

/** How an invitation looks on one kind of screen (R-02-243). An empty text means the product's own words. */
export const InvitationLook = z.object({
  /** `card`: in the corner; `bar`: along the lower edge. */
  style: z.enum(['card', 'bar']),
  title: line(0, 40),
  text: note(120),
  color: z.string().regex(/^#[\da-f]{6}$/u),
  /** Above the text; null: none. */
  pictureFileId: FileId.nullable().default(null),
  /** What can be chosen, each with a button: chat as a visitor, chat with an account. */
  entries: z.array(WidgetType).min(1).max(2).default(['chat-web']),
  accept: line(0, 20),
  /** On the button for those with an account. */
  acceptIm: line(0, 20).default(''),
  decline: line(0, 20),
})
export type InvitationLook = z.infer<typeof InvitationLook>

/** One for computers, one for phones. */
export const InvitationLooks = z.object({ desktop: InvitationLook, mobile: InvitationLook })
export type InvitationLooks = z.infer<typeof InvitationLooks>

/** What must all be true of a visit for the invitation to show (R-02-240, R-02-241). */
export const InvitationConditions = z.object({
  /** So long on the page. */
  seconds: z.int().min(0).max(3600),
  device: z.enum(['any', 'desktop', 'mobile']),
  /** From this visit of theirs on. */
  visits: z.int().min(1).max(100),
  /** From this page of the visit on. */
  pages: z.int().min(1).max(100),
  /** A part of the page's address; empty: any page. */
  address: line(0, 200),
  source: z.enum(['any', ...VisitSource.shape.kind.options]),
  customers: z.enum(['any', 'known', 'unknown']),
})
export type InvitationConditions = z.infer<typeof InvitationConditions>

/** An automatic invitation (R-02-240). */
export const InvitationRule = z.object({
  id: InvitationRuleId,
  name: line(1, 30),
  on: z.boolean(),
  /** Who receives whoever accepts. */
  receiver: SessionTarget,
  conditions: InvitationConditions,
  /** After a refusal the same visitor is invited again after so many minutes; null: never. */
  againMinutes: z.int().min(1).max(43_200).nullable(),
  looks: InvitationLooks,
})
export type InvitationRule = z.infer<typeof InvitationRule>

/** The list of visitors and the invitations of an organisation, as one thing that is saved together. */
export const InvitationSettings = z.object({
  /** Pages with our script tell who is there (R-02-250). */
  visitorList: z.boolean(),
  /** Agents may invite from the list (R-02-242). */
  manual: z.boolean(),
  /** When that was changed last; null: never. */
  manualChangedAt: Instant.nullable(),
  manualLooks: InvitationLooks,
  /** The first that matches shows (R-02-241). */
  rules: z.array(InvitationRule).max(20),
  version: Version,
})
export type InvitationSettings = z.infer<typeof InvitationSettings>

/** Whom an automatic invitation is meant for before anybody has chosen: whoever has looked around for a while. */
export const CONDITION_DEFAULTS: InvitationConditions = {
  seconds: 30,
  device: 'any',
  visits: 1,
  pages: 1,
  address: '',
  source: 'any',
  customers: 'any',
}

/** What an invitation looks like before anybody has chosen anything. */
export const LOOK_DEFAULTS: InvitationLooks = {
  desktop: InvitationLook.parse({
    style: 'card',
    title: '',
    text: '',
    color: '#3358e0',
    accept: '',
    decline: '',
  }),
  mobile: InvitationLook.parse({
    style: 'bar',
    title: '',
    text: '',
    color: '#3358e0',
    accept: '',
    decline: '',
  }),
}

/** Looks as they are now, of those that were saved when there was less to choose. */
export const wholeLooks = ({ desktop, mobile }: InvitationLooks): InvitationLooks => ({
  desktop: { ...LOOK_DEFAULTS.desktop, ...desktop },
  mobile: { ...LOOK_DEFAULTS.mobile, ...mobile },
})

/** What an organisation has that never saved any. */
export const INVITATION_DEFAULTS: InvitationSettings = {
  visitorList: false,
  manual: false,
  manualChangedAt: null,
  manualLooks: LOOK_DEFAULTS,
  rules: [],
  version: 0,
}

/** Manual invitation can be switched once in so long (R-02-242). */
export const MANUAL_EVERY_MS = 15 * 60_000
/** Whoever does nothing for so long has ignored the invitation (R-02-245). */
export const INVITATION_MS = 60_000
/** Most invitations in one visit (R-02-244). */
export const INVITATIONS_A_VISIT = 3

/** `started`: an agent opened the chat on the visitor's page (R-02-253). */
export const InvitationKind = z.enum(['automatic', 'manual', 'started'])
export type InvitationKind = z.infer<typeof InvitationKind>

export const InvitationState = z.enum(['shown', 'accepted', 'declined', 'ignored'])
export type InvitationState = z.infer<typeof InvitationState>

/** What the page is told to show. Addresses are relative to the server. */
export const ShownInvitation = z.object({
  id: InvitationId,
  look: InvitationLook.omit({ pictureFileId: true, entries: true }),
  pictureUrl: z.string().nullable(),
  /** Whether a visitor can chat at once, in the window of the page. */
  web: z.boolean(),
  /** Where one chats with an account; null: nowhere. */
  imUrl: z.string().nullable(),
  /** Outward name of the inviting agent; null: an automatic one. */
  agentName: z.string().nullable(),
})
export type ShownInvitation = z.infer<typeof ShownInvitation>
