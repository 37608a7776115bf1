/** The few HTTP calls beside the socket: before there is a connection, and for files. All bodies are JSON unless said. */
import * as z from 'zod'

import { DeviceId, line, StoredFile } from '../model/index.ts'

/** `POST /api/sign-in`. */
export const SignInRequest = z.strictObject({
  account: line(1, 64),
  password: z.string().min(1).max(256),
  device: z.strictObject({
    id: DeviceId,
    kind: z.enum(['web', 'desktop', 'mobile']),
    name: z.string().max(64),
  }),
})
export type SignInRequest = z.infer<typeof SignInRequest>

/** `POST /api/sign-in/ticket`: a ticket works once, for ten minutes. */
export const TicketRequest = z.strictObject({
  ticket: z.string().max(256),
  device: SignInRequest.shape.device,
})
export type TicketRequest = z.infer<typeof TicketRequest>

/** Answer of both. The token goes into `hello` and `authorization: Bearer`, never into an address. */
export const SignedIn = z.object({
  token: z.string(),
  organizationId: z.string(),
  agentId: z.string(),
  account: z.string(),
  organizationName: z.string(),
  agentName: z.string(),
})
export type SignedIn = z.infer<typeof SignedIn>

/** Any refusal over HTTP. `retryAfterMs` where waiting helps. */
export const HttpRefusal = z.object({
  code: z.enum([
    'invalid',
    'wrong-credentials',
    'disabled',
    'forbidden',
    'not-found',
    'too-many-tries',
    'too-large',
    'type-not-allowed',
    'signed-out',
    'ticket-used',
    'wrong-code',
    'code-expired',
    'unavailable',
    'disk-full',
    'internal',
  ]),
  retryAfterMs: z.int().optional(),
  limit: z.int().optional(),
})
export type HttpRefusal = z.infer<typeof HttpRefusal>

/**
 * `POST /api/files?name=…&kind=image|file`, body: the bytes, `authorization: Bearer <agent token>` or
 * `Visitor <visitor token>`. The type is what the bytes say, never what the name says (reliability T5).
 */
export const FileUploaded = z.object({ file: StoredFile })
export type FileUploaded = z.infer<typeof FileUploaded>

/** `GET /api/setup` tells whether a first organisation is wanted; `POST /api/setup` makes it, with the one-time token. */
export const SetupRequest = z.strictObject({
  token: z.string().max(256),
  organization: line(1, 64),
  language: z.enum(['zh-CN', 'en']),
  timeZone: z.string().max(64),
  adminAccount: line(3, 64),
  adminPassword: z.string().min(8).max(128),
  agentAccount: line(3, 64),
  agentName: line(1, 64),
  agentPassword: z.string().min(8).max(128),
})
export type SetupRequest = z.infer<typeof SetupRequest>

export const SetupDone = z.object({
  /** The line to put on a page. */
  snippet: z.string(),
  organizationName: z.string(),
})
export type SetupDone = z.infer<typeof SetupDone>
