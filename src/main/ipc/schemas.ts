/** What a page may say. Everything else is refused before a handler sees it, also from our own pages. */
import * as z from 'zod'

import type { ShellMessage, ShellRequests } from '../../preload/contract.ts'
import { ProxyChoiceSchema } from '../network/proxyChoice.ts'

/** The message of this kind. */
export type MessageOf<K extends ShellMessage['kind']> = Extract<ShellMessage, { readonly kind: K }>

const NOTHING = z.tuple([])
/** Keys that can be pressed, with what must be held for them; nothing here types a character. */
const Combinations = z.array(z.string().regex(/^(?:(?:Mod|Alt|Shift)\+){0,3}[\w\p{P}\p{S}]{1,12}$/u)).max(4)
const Id = z.string().regex(/^[\w-]{1,64}$/u)
/** Of the local copy; older ones are checked by what they open. */
const CachePassword = z.string().min(8).max(256)
const Count = z.int().min(0).max(1_000_000)

/** The arguments of each request. */
export const REQUESTS = {
  'sign-in.take': NOTHING,
  'link.open': z.tuple([z.string().max(4_096)]),
  'cache.unlock': z.tuple([z.string().max(256)]),
  'cache.protect': z.tuple([CachePassword]),
  'cache.change-password': z.tuple([z.strictObject({ former: z.string().max(256), next: CachePassword })]),
  'cache.erase': NOTHING,
  'diagnostics.get': NOTHING,
  'network.get': NOTHING,
  'network.choose': z.tuple([ProxyChoiceSchema]),
  'keys.use': z.tuple([
    z.strictObject({
      screenshot: Combinations,
      oldestUnread: Combinations,
      showWindow: Combinations,
      acceptAnywhere: Combinations,
    }),
  ]),
  'screenshot.take': z.tuple([z.string().min(1).max(100).nullable()]),
} satisfies { [N in keyof ShellRequests]: z.ZodType<ShellRequests[N]['args']> }

const message = <K extends ShellMessage['kind'], S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

/** Each kind of message, whole. */
export const MESSAGES = {
  'core.connect': message('core.connect', {}),
  'window.watch': message('window.watch', {}),
  'window.language': message('window.language', { language: z.enum(['zh-CN', 'en']) }),
  'window.frames': message('window.frames', { addresses: z.array(z.string().max(500)).max(12) }),
  'window.quit': message('window.quit', { yes: z.boolean() }),
  'window.restart': message('window.restart', { part: z.enum(['core', 'window']) }),
  'logs.open': message('logs.open', {}),
  'start.list-painted': message('start.list-painted', {}),
  'file.show-in-folder': message('file.show-in-folder', { fileId: Id }),
  'update.check': message('update.check', {}),
  'update.install': message('update.install', {}),
  'signs.counts': message('signs.counts', {
    counts: z.strictObject({
      isConnected: z.boolean(),
      unread: Count,
      messages: Count,
      waiting: Count,
      isQuiet: z.boolean(),
    }),
  }),
  'signs.alert': message('signs.alert', {
    alert: z.strictObject({
      conversationId: Id.nullable(),
      sessionId: Id.nullable(),
      title: z.string().max(200),
      text: z.string().max(1_000),
      textWhenLocked: z.boolean(),
      canReply: z.boolean(),
      silent: z.boolean(),
    }),
  }),
  'proxy.answer': message('proxy.answer', {
    answer: z.strictObject({ name: z.string().max(256), password: z.string().max(256) }).nullable(),
  }),
  'device.change': message('device.change', {
    changes: z
      .strictObject({
        zoom: z.int().min(50).max(200),
        openAtLogin: z.boolean(),
        startHidden: z.boolean(),
        closeToTray: z.boolean(),
        spelling: z.boolean(),
        spellingLanguages: z.array(z.string().max(20)).max(8),
        hideForScreenshot: z.boolean(),
      })
      .partial()
      // Else a date or a map would be a change of nothing.
      .refine((changes) => Object.keys(changes).length > 0),
  }),
} satisfies { [K in ShellMessage['kind']]: z.ZodType<MessageOf<K>> }
