import * as z from 'zod'

import { ColorMarks } from './colorMark.ts'
import { HotKeys } from './hotKeys.ts'
import { SessionId } from './ids.ts'
import { LIST_CATEGORIES, ListCategories } from './listCategory.ts'
import { SavedListFilters } from './listFilter.ts'
import { Macro, MACRO_LIMIT } from './macro.ts'
import type { Permission } from './permission.ts'
import { Instant, Version } from './primitives.ts'

const TOPIC_USES_LIMIT = 200
/** More than anybody has open at once; of older ones it is known by their state. */
export const OPENED_SESSIONS_LIMIT = 200
const TopicUses = z
  .record(z.string().max(64), z.int().min(1))
  .refine((uses) => Object.keys(uses).length <= TOPIC_USES_LIMIT)

/** Where a setting stands in the settings; restoring the defaults of a page means all that name it. */
export const SETTING_PAGES = [
  'looks',
  'status',
  'list',
  'panel',
  'conversation',
  'reminders',
  'sounds',
  'keys',
] as const
export type SettingPage = (typeof SETTING_PAGES)[number]

/** How a setting is shown where nothing of its own shows it. `own`: a page of its own making does. */
export type SettingControl =
  | { readonly kind: 'tick' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'amount'; readonly options: readonly number[] }
  | { readonly kind: 'own' }

export interface SettingDeclaration<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema
  /** What holds until the agent or the company decides otherwise. */
  readonly usual: z.infer<Schema>
  /** Null: it is remembered, and no page shows it. */
  readonly page: SettingPage | null
  readonly control: SettingControl
  /** Of this device alone, such as hot keys and widths; all others follow the agent (R-03-184). */
  readonly device: boolean
  /** Who may choose it; everybody where none is named. */
  readonly permission?: Permission
}

const tick = (page: SettingPage, usual: boolean) =>
  ({ schema: z.boolean(), usual, page, control: { kind: 'tick' }, device: false }) as const
const choice = <const Option extends string>(
  page: SettingPage,
  options: readonly [Option, ...Option[]],
  usual: NoInfer<Option>,
) => ({ schema: z.enum(options), usual, page, control: { kind: 'choice', options }, device: false }) as const
/** A whole number; the smallest and the largest option are its limits. */
const amount = (page: SettingPage, options: readonly number[], usual: number) => {
  const schema = z
    .int()
    .min(Math.min(...options))
    .max(Math.max(...options))
  return { schema, usual, page, control: { kind: 'amount', options }, device: false } as const
}
/** Anything else; it is shown by what its page makes of it. */
const own = <Schema extends z.ZodType, const Page extends SettingPage | null>(
  schema: Schema,
  usual: z.infer<Schema>,
  more: { readonly page: Page; readonly device?: boolean; readonly permission?: Permission },
) => ({ schema, usual, control: { kind: 'own' }, device: false, ...more }) as const

/** The right menu of the workbench: the order of what is in it, and what was left out; an unknown name does no harm. */
const RightMenuLayout = z.object({
  order: z.array(z.string().max(80)).max(40),
  hidden: z.array(z.string().max(80)).max(40),
})
export type RightMenuLayout = z.infer<typeof RightMenuLayout>

const SOUNDS = ['off', 'built-in', 'own'] as const

/**
 * Every setting of an agent by name, with what it may be and what it is at first.
 *
 * A name is a promise: it travels, is kept by the server, and is never given another meaning. One line here, its words in
 * `settings.json` of both languages, and it is kept, follows the agent to every device, works offline, can be preset and
 * locked by the company, and is found by the search.
 */
export const AGENT_SETTINGS = {
  theme: choice('looks', ['light', 'dark', 'system', 'contrast'], 'system'),
  /** `browser`: the first language of the browser that Foyer speaks. */
  language: choice('looks', ['browser', 'zh-CN', 'en'], 'browser'),
  /** Tints the top bar and the category bar: six of one colour, six that flow from one into another (R-03-176). */
  skin: choice(
    'looks',
    [
      'plain',
      'graphite',
      'ocean',
      'teal',
      'forest',
      'plum',
      'brick',
      'dawn',
      'tide',
      'aurora',
      'dusk',
      'meadow',
      'night',
      // The company theme, where there is one (R-03-177).
      'company',
    ],
    'plain',
  ),
  textSize: amount('looks', [80, 90, 100, 110, 125, 150, 175, 200], 100),
  density: choice('looks', ['comfortable', 'compact'], 'comfortable'),
  /** `system`: as the computer is told. */
  motion: choice('looks', ['system', 'reduced'], 'system'),

  /** What the agent is from signing in on, where no other device of theirs is connected (R-03-160). */
  startPresence: choice('status', ['online', 'busy', 'suspended', 'invisible'], 'online'),
  /** Without a touch for so many minutes the presence changes by itself; 0: never (R-02-064). */
  idleMinutes: amount('status', [0, 1, 2, 5, 10, 15, 30, 60, 120], 5),
  idlePresence: choice('status', ['suspended', 'busy', 'invisible'], 'suspended'),

  /** `split`: who is in session stands apart from everybody ever received (R-03-014). */
  listMode: choice('list', ['all', 'split'], 'all'),
  /** `entry`: rows stay where they came in, or where the agent put them (R-03-031). */
  listOrder: choice('list', ['latest', 'entry'], 'latest'),
  /** What the bar beside the list offers, in its order (R-03-013). */
  listCategories: own(ListCategories, [...LIST_CATEGORIES], { page: null }),
  listPreview: tick('list', true),
  listSource: tick('list', true),
  listMarks: tick('list', true),
  /** From so many seconds on a customer who waits is shown in the colour of waiting, and of danger (R-03-028). */
  waitingSoonSeconds: amount('list', [10, 20, 30, 60, 120, 300], 30),
  waitingLateSeconds: amount('list', [30, 60, 120, 300, 600], 60),
  /** The same for whoever has waited longest in the pool, on its counter (R-03-112). */
  poolSoonSeconds: amount('list', [30, 60, 120, 300, 600], 60),
  poolLateSeconds: amount('list', [60, 120, 180, 300, 600, 1200], 180),
  /** Coloured marks of one's own for the rows of the list (R-03-051). */
  colorMarks: own(ColorMarks, [], { page: null }),
  /** The group assistant stands above the conversations that are not pinned (R-03-063). */
  assistantPinned: own(z.boolean(), false, { page: null }),
  /** Filters of the list that are called by their names (R-03-048). */
  listFilters: own(SavedListFilters, [], { page: null }),
  /** Whoever was given to somebody else, or whose session one ended, leaves the list (R-02-161). */
  removeEnded: tick('list', false),
  removeTransferred: tick('list', false),

  rightMenuLayout: own(
    RightMenuLayout,
    { order: [], hidden: [] },
    { page: 'panel', permission: 'client.layout' },
  ),

  /** So long the ending of a session can be taken back; 0: it ends at once (R-03-081). */
  endHoldSeconds: amount('conversation', [0, 5, 10], 5),
  /** So long a message waits in the outbox before it goes, so that it can be taken back unseen; 0: it goes at once. */
  sendHoldSeconds: amount('conversation', [0, 5, 10], 0),

  /** How often the agent chose each topic, so that the most used are offered first (R-03-085). */
  topicUses: own(TopicUses, {}, { page: null }),

  /** Sessions that were given to the agent and opened on one of their devices: nowhere are they new any more (R-03-030). */
  openedSessions: own(z.array(SessionId).max(OPENED_SESSIONS_LIMIT), [], { page: null }),
  /** The row of a customer who was given to this agent flashes (R-02-094). */
  flashOnArrival: tick('reminders', true),
  /** What pops up, and what it says to whoever walks past (R-03-172). */
  alertSessions: tick('reminders', true),
  /** Somebody waits whom no agent has yet. */
  alertWaiting: tick('reminders', true),
  alertMessages: tick('reminders', true),
  alertText: tick('reminders', true),
  alertTextWhenLocked: tick('reminders', false),
  /** New sessions are told even when nothing else may disturb (R-03-173). */
  alertSessionsWhenQuiet: tick('reminders', true),
  /** Nothing alerts before this instant; 0: alerts are on (R-03-173). */
  quietUntil: own(Instant, 0, { page: null }),

  /** Messages in bubbles left and right; off: in lines one below the other (R-03-101). */
  bubbles: tick('conversation', false),
  /** The key that sends; the other one breaks the line (R-06-070). */
  sendKey: choice('conversation', ['enter', 'mod-enter'], 'enter'),
  slashCommands: tick('conversation', true),
  /** What pages say of themselves, below messages that lead there, where the company has them read (R-06-135). */
  linkPreviews: tick('conversation', true),
  /** Asks before a text goes out that holds what belongs to another customer, or that was begun for one. */
  guardText: tick('conversation', true),
  guardSwitch: tick('conversation', true),

  /** What pops up sounds as the system has it, which is silent in its focus mode; nothing else sounds. */
  soundsBySystem: tick('sounds', false),
  /** `own`: a file that the device keeps (R-03-171). */
  soundNewSession: choice('sounds', SOUNDS, 'built-in'),
  soundMessage: choice('sounds', SOUNDS, 'off'),
  soundGroup: choice('sounds', SOUNDS, 'off'),
  soundColleague: choice('sounds', SOUNDS, 'built-in'),
  soundWaiting: choice('sounds', SOUNDS, 'built-in'),

  /** Several actions on one key; the key itself is among the hot keys. */
  macros: own(z.array(Macro).max(MACRO_LIMIT).readonly(), [], { page: 'keys' }),
  /** The first look around was taken, or left. */
  toured: own(z.boolean(), false, { page: null }),

  hotKeys: own(HotKeys, {}, { page: 'keys', device: true }),
  /** What was chosen in the palette last, by its key there. */
  paletteRecent: own(z.array(z.string().max(120)).max(20), [], { page: null, device: true }),
  /** The last queries of the search, the newest first (R-03-168). */
  recentSearches: own(z.array(z.string().max(100)).max(10), [], { page: null, device: true }),
} as const satisfies Readonly<Record<string, SettingDeclaration>>

export type AgentSettingName = keyof typeof AGENT_SETTINGS
export type AgentSettingValue<N extends AgentSettingName> = z.infer<(typeof AGENT_SETTINGS)[N]['schema']>
/** New values by name; null takes one's own value back, so that the company's or the usual one holds again. */
export type AgentSettingChanges = { readonly [N in AgentSettingName]?: AgentSettingValue<N> | null }

const ALL = Object.entries(AGENT_SETTINGS) as unknown as readonly (readonly [
  AgentSettingName,
  SettingDeclaration,
])[]
export const AGENT_SETTING_NAMES: readonly AgentSettingName[] = ALL.map(([name]) => name)

export const isAgentSettingName = (name: string): name is AgentSettingName =>
  Object.hasOwn(AGENT_SETTINGS, name)

/** The declaration without its exact types, for whoever treats all settings alike. */
export const settingDeclaration = (name: AgentSettingName): SettingDeclaration => AGENT_SETTINGS[name]

/** Those that follow the agent; an unknown name and a value that is none are refused. */
export const SyncedSettingChanges = z.strictObject(
  Object.fromEntries(
    ALL.filter(([, { device }]) => !device).map(([name, { schema }]) => [name, schema.nullable().optional()]),
  ),
) as unknown as z.ZodType<AgentSettingChanges>

/** What an agent has chosen, by name; what a newer program has saved is kept and passed on as it is (R-17-077). */
export const AgentSettings = z.record(z.string().max(64), z.unknown())
export type AgentSettings = z.infer<typeof AgentSettings>

/** What the company has decided on a setting; locked: agents cannot choose otherwise (R-03-185). */
export const SettingDefault = z.object({ value: z.unknown(), locked: z.boolean() })
export type SettingDefault = z.infer<typeof SettingDefault>

/** The company's decisions, by name; read and written as a whole. */
export const SettingDefaults = z.object({
  settings: z.record(z.string().max(64), SettingDefault),
  version: Version,
})
export type SettingDefaults = z.infer<typeof SettingDefaults>

export const NO_SETTING_DEFAULTS: SettingDefaults = { settings: {}, version: 0 }

/** Whether the company may decide on it: on what follows the agent and can be shown in a row. */
export const isPresettable = (name: AgentSettingName): boolean => {
  const { device, control } = settingDeclaration(name)
  return !device && control.kind !== 'own'
}

/** Decisions on those the company may decide on, each with a value that is one. */
export const NewSettingDefaults = z.strictObject(
  Object.fromEntries(
    ALL.filter(([name]) => isPresettable(name)).map(([name, { schema }]) => [
      name,
      z.strictObject({ value: schema, locked: z.boolean() }).optional(),
    ]),
  ),
) as unknown as z.ZodType<SettingDefaults['settings']>
