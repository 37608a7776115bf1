import * as z from 'zod'

import { textWidth } from '../../base/textWidth.ts'
import { companyText } from './companyText.ts'
import { AgentId, BotId, FileId, RouterId, WidgetId } from './ids.ts'
import {
  WIDGET_ICON_SIZE,
  WIDGET_OFFSET_LIMIT,
  WIDGET_ORIGINS_LIMIT,
  WIDGET_SELECTORS_LIMIT,
  WIDGET_TEXT_LIMIT,
  WIDGET_TITLE_LIMIT,
  WIDGET_WELCOME_LIMIT,
} from './limits.ts'
import { Instant, line, Version } from './primitives.ts'
import { SessionTarget } from './session.ts'
import { VisitorForm } from './visitorForm.ts'
import { WIDGET_ANCHORS, WIDGET_COOKIES, WIDGET_TOOLS } from './widgetDefaults.ts'

/** `chat-im`: a chat with a lasting account; `chat-web`: one with whoever is at this browser (R-02-020, R-02-021). */
export const WidgetType = z.enum(['chat-web', 'chat-im'])
export type WidgetType = z.infer<typeof WidgetType>

/** Where an entry stands: a page for computers, a page for phones, or nowhere but in a link or a printed code. */
export const WidgetPlace = z.enum(['web', 'h5', 'link'])
export type WidgetPlace = z.infer<typeof WidgetPlace>

/** `picture` shows one of the company's own; `element` shows nothing and waits at elements of the page (R-02-030 … 032). */
export const WidgetStyle = z.enum(['round', 'card', 'bar', 'picture', 'element'])
export type WidgetStyle = z.infer<typeof WidgetStyle>

/** A corner or an edge of the screen; `x` and `y` are pixels away from it, towards the middle. */
export const WidgetSpot = z.strictObject({
  anchor: z.enum(WIDGET_ANCHORS),
  x: z.int().min(0).max(WIDGET_OFFSET_LIMIT),
  y: z.int().min(0).max(WIDGET_OFFSET_LIMIT),
})
export type WidgetSpot = z.infer<typeof WidgetSpot>

/** What may differ between wide and narrow screens. */
export const WidgetLook = z.strictObject({ spot: WidgetSpot, pictureFileId: FileId.nullable() })
export type WidgetLook = z.infer<typeof WidgetLook>

/** One line of at most `max` full-width characters. */
const label = (max: number) =>
  z
    .string()
    .trim()
    .refine((text) => textWidth(text) <= max && !/[\r\n]/u.test(text), { params: { max } })

/** What somebody decides about an entry point (R-02-028). */
export const WidgetPlan = z.strictObject({
  type: WidgetType,
  place: WidgetPlace,
  /** For colleagues; customers never see it. */
  name: line(1, 30),
  title: label(WIDGET_TITLE_LIMIT),
  text: label(WIDGET_TEXT_LIMIT),
  /** Empty: the company's (`NavMenuPlan`). */
  welcome: companyText(WIDGET_WELCOME_LIMIT),
  /** Null: that of the page and of the browser. */
  language: z.enum(['zh-CN', 'en']).nullable(),
  /** Whether customers see the agent or the company as the one who speaks. */
  face: z.enum(['agent', 'company']),
  /** Of `chat-im`: who does not sign in may chat all the same, as a visitor (R-02-037). */
  anonymous: z.boolean().default(true),
  tools: z.array(z.enum(WIDGET_TOOLS)).max(WIDGET_TOOLS.length),
  target: SessionTarget,
  /** Receives first; null: nobody before the receiver (R-02-084). */
  botId: BotId.nullable(),
  /** Is asked first who receives; null: nobody outside decides (R-02-082). */
  routerId: RouterId.nullable().default(null),
  /** Named on the company's contact page, and where another entry is closed (R-18-087). */
  listed: z.boolean().default(true),
  /** Asked before the first message; null: nothing is (R-18-056). */
  form: VisitorForm.nullable().default(null),
  /** How messages stand in the window (R-18-019). */
  messageStyle: z.enum(['bubbles', 'lines']).default('bubbles'),
  /** Customers see how far agents have read (R-06-094). */
  showsReads: z.boolean().default(false),
  /** Agents see what a customer is writing; the chat says so beforehand (R-06-095). */
  showsTyped: z.boolean().default(false),
  cookies: z.enum(WIDGET_COOKIES).default('persistent'),
  avatarFileId: FileId.nullable(),
  color: z.string().regex(/^#[\da-f]{6}$/u),
  style: WidgetStyle,
  web: WidgetLook,
  h5: WidgetLook,
  /** Width and height of the round entry, in pixels. */
  iconSize: z.int().min(WIDGET_ICON_SIZE.least).max(WIDGET_ICON_SIZE.most),
  /** `fixed` stays where it is; `shy` steps aside while the visitor scrolls. */
  floating: z.enum(['fixed', 'shy']),
  /** Ids or selectors of the page's own elements that open the chat. */
  selectors: z.array(z.string().min(1).max(120)).max(WIDGET_SELECTORS_LIMIT),
  /** Sites that may carry it; empty: any (R-18-076). */
  origins: z.array(z.string().max(120)).max(WIDGET_ORIGINS_LIMIT),
  zIndex: z.int().min(1).max(2_147_483_647),
  /** What the page shows while the server cannot be reached (R-18-080). */
  away: z.enum(['hide', 'contact']),
})
export type WidgetPlan = z.infer<typeof WidgetPlan>

/** An entry point through which customers reach the organisation. */
export const Widget = z.object({
  ...WidgetPlan.shape,
  id: WidgetId,
  /** Who made it or took it over: while this account is disabled the entry is invalid (R-02-029). Null: the set-up. */
  ownerId: AgentId.nullable(),
  updatedBy: AgentId.nullable(),
  updatedAt: Instant,
  version: Version,
})
export type Widget = z.infer<typeof Widget>
