/** The few HTTP calls beside the socket: before there is a connection, and for files. All bodies are JSON unless said. */
import * as z from 'zod'

import { DeviceId, line, StoredFile } from '../model/index.ts'

/** `GET /api/about`: what stands behind an address, for whoever is about to sign in there. */
export const ServerAbout = z.object({
  product: z.literal('foyer'),
  version: z.string().max(40),
  /** Null where there is none yet, or more than one. */
  organization: z.string().max(200).nullable(),
})
export type ServerAbout = z.infer<typeof ServerAbout>

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

/** `GET /api/devices`, `authorization: Bearer <agent token>`: where the agent is signed in, the one used last first. */
const OwnDevice = z.object({
  id: DeviceId,
  kind: z.string(),
  name: z.string(),
  since: z.number(),
  lastUsedAt: z.number(),
  /** The one that asks. */
  here: z.boolean(),
})
export type OwnDevice = z.infer<typeof OwnDevice>
export const OwnDevices = z.object({ devices: z.array(OwnDevice) })

/** `POST /api/devices/sign-out`; null: every device but the one that asks. */
export const DeviceSignOut = z.strictObject({ deviceId: DeviceId.nullable() })

/** `POST /api/password`: sets another password, and signs every other device out. */
export const PasswordChange = z.strictObject({
  current: z.string().min(1).max(256),
  next: z.string().min(8).max(128),
})
export type PasswordChange = z.infer<typeof PasswordChange>

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
    'taken',
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

/**
 * The same in parts, under an id that whoever sends it makes (R-06-042): `GET /api/files/parts/<id>` tells how much is
 * there, `POST …?offset=…&sha256=…` adds a part of 1 MB, the last one being shorter, and
 * `POST …/done?name=…&kind=…&digest=…` answers as above. `digest` is the SHA-256 of the SHA-256s, in hex, of all parts.
 */
export const PartsReceived = z.object({ received: z.int().min(0) })
export type PartsReceived = z.infer<typeof PartsReceived>

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
