/**
 * What a page with our script and the server say to each other while the chat is closed, as `POST /api/visit`.
 *
 * A page that was opened says where it is; afterwards the key alone is a sign of life. The server may keep an answer
 * back for some seconds, so that an agent's invitation is there at once. Nothing of it is stored but what becomes of
 * invitations. The body is a form, sent as plain text: a browser asks nobody's leave before sending that, and a page that
 * has broken its JSON can still be told of.
 */
import * as z from 'zod'

import { InvitationId, ShownInvitation, WidgetId } from '../model/index.ts'

/** Made by the page and known to it alone: whoever shows it is the visitor. */
export const VisitKey = z.string().regex(/^[\w-]{20,64}$/u)

/** A sign of life comes so often; the open request of a page whose answer is kept back is one by itself. */
export const VISIT_BEAT_MS = 25_000
/** An answer is kept back no longer: what stands between may end a connection that is quiet for a minute. */
export const VISIT_HOLD_MS = 50_000

export const VisitBeat = z.strictObject({
  widget: WidgetId,
  key: VisitKey,
  /** The page, where it is new to the server. */
  page: z
    .strictObject({
      url: z.string().max(1024),
      title: z.string().max(128),
      referrer: z.string().max(256),
      mobile: z.boolean(),
      /** Which visit of theirs this is, from 1. */
      visit: z.int().min(1).max(100_000),
    })
    .optional(),
  /** The page of this address is being left. */
  bye: z.string().max(1024).optional(),
  /** What became of an invitation; `elsewhere`: they accept on another page of ours, where they have an account. */
  answer: z.strictObject({ id: InvitationId, accepted: z.boolean(), elsewhere: z.boolean() }).optional(),
})
export type VisitBeat = z.infer<typeof VisitBeat>

/** What nearly all of them are: nothing but who is there, in letters that stand for themselves. */
const PLAIN_BEAT = /^widget=([\w-]{1,64})&key=([\w-]{20,64})$/u

/** Undefined: no sign of life. */
export const readBeat = (body: string): VisitBeat | undefined => {
  const [, plainWidget, plainKey] = PLAIN_BEAT.exec(body) ?? []
  if (plainWidget !== undefined && plainKey !== undefined)
    return { widget: plainWidget as WidgetId, key: plainKey }
  const { widget, key, url, title, referrer, mobile, visit, bye, answer, accepted, elsewhere } =
    Object.fromEntries(new URLSearchParams(body))
  return VisitBeat.safeParse({
    widget,
    key,
    ...(url !== undefined && {
      page: { url, title, referrer, mobile: mobile === '1', visit: Number(visit) },
    }),
    ...(bye !== undefined && { bye }),
    ...(answer !== undefined && {
      answer: { id: answer, accepted: accepted === '1', elsewhere: elsewhere === '1' },
    }),
  }).data
}

export const VisitAnswer = z.object({
  /** False: nobody wants to know. */
  on: z.boolean(),
  /** The next sign of life after so long. */
  nextMs: z.int(),
  /** The server does not know the page any more. */
  again: z.boolean().optional(),
  invitation: ShownInvitation.optional(),
  /** An agent opens the chat. */
  open: z.boolean().optional(),
})
export type VisitAnswer = z.infer<typeof VisitAnswer>
