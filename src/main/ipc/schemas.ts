/** What a page may say. Everything else is refused before a handler sees it, also from our own pages. */
import * as z from 'zod'

import type { DesktopMessages, DesktopRequests } from '../../preload/contract.ts'
import { ProxyChoiceSchema } from '../network/proxyChoice.ts'

const NOTHING = z.tuple([])
/** Keys that can be pressed, with what must be held for them; nothing here types a character. */
const Combinations = z.array(z.string().regex(/^(?:(?:Mod|Alt|Shift)\+){0,3}[\w\p{P}\p{S}]{1,12}$/u)).max(4)
const Count = z.int().min(0).max(1_000_000)

export const REQUESTS = {
  'sign-in.take': NOTHING,
  'link.open': z.tuple([z.string().max(4_096)]),
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
} satisfies { [N in keyof DesktopRequests]: z.ZodType<DesktopRequests[N]['args']> }

export const MESSAGES = {
  'core.connect': NOTHING,
  'shell.watch': NOTHING,
  'shell.language': z.tuple([z.enum(['zh-CN', 'en'])]),
  'shell.frames': z.tuple([z.array(z.string().max(500)).max(12)]),
  'shell.restart': z.tuple([z.enum(['core', 'window', 'update'])]),
  'logs.open': NOTHING,
  'shell.counts': z.tuple([
    z.strictObject({ isConnected: z.boolean(), unread: Count, messages: Count, waiting: Count }),
  ]),
  'shell.alert': z.tuple([
    z.strictObject({
      conversationId: z.string().min(1).max(64).nullable(),
      title: z.string().max(200),
      text: z.string().max(1_000),
      textWhenLocked: z.boolean(),
      canReply: z.boolean(),
    }),
  ]),
  'shell.quit': z.tuple([z.boolean()]),
  'update.check': NOTHING,
  'proxy.answer': z.tuple([
    z.strictObject({ name: z.string().max(256), password: z.string().max(256) }).nullable(),
  ]),
  'device.change': z.tuple([
    z
      .strictObject({
        zoom: z.int().min(50).max(200),
        openAtLogin: z.boolean(),
        startHidden: z.boolean(),
        closeToTray: z.boolean(),
        spelling: z.boolean(),
        spellingLanguages: z.array(z.string().max(20)).max(8),
        hideForScreenshot: z.boolean(),
      })
      .partial(),
  ]),
} satisfies { [N in keyof DesktopMessages]: z.ZodType<DesktopMessages[N]> }
