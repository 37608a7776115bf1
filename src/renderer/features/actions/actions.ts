/** Where an action belongs in the list of keys and in the palette, in the order shown there. */
export const ACTION_AREAS = [
  'go',
  'conversation',
  'customer',
  'reception',
  'composer',
  'window',
  'everywhere',
] as const

export type ActionArea = (typeof ACTION_AREAS)[number]

export interface Action {
  readonly area: ActionArea
  /** The keys it has until an agent gives it others; none: it is found in the palette. */
  readonly keys: readonly string[]
  /** Heard by the field it belongs to and not in the whole window; here so that it is listed and never given twice. */
  readonly local?: true
  /** Means something only as a key, so the palette has it not. */
  readonly keyOnly?: true
  /** In the desktop program its keys are heard while another program has the keyboard. */
  readonly everywhere?: true
  /** It can be a step of a macro, and whether one is still with the same customer after it. */
  readonly inMacro?: 'stays' | 'leaves'
}

/**
 * Every action of the workbench, in one table; its words are in the locale files under `actions`, `names`.
 *
 * `Mod` is ⌘ on a Mac and Ctrl elsewhere; `Alt` is Ctrl+Option on a Mac, where Option alone types letters. None of the
 * keys is a combination browsers keep for themselves (R-03-192).
 */
export const ACTIONS = {
  palette: { area: 'go', keys: ['Mod+K'], keyOnly: true },
  search: { area: 'go', keys: ['Mod+Shift+F', '/'] },
  nextConversation: { area: 'go', keys: ['Alt+ArrowDown'], inMacro: 'leaves' },
  previousConversation: { area: 'go', keys: ['Alt+ArrowUp'] },
  nextWaiting: { area: 'go', keys: ['Alt+N'], inMacro: 'leaves' },
  category1: { area: 'go', keys: ['Alt+1'] },
  category2: { area: 'go', keys: ['Alt+2'] },
  category3: { area: 'go', keys: ['Alt+3'] },
  category4: { area: 'go', keys: ['Alt+4'] },
  newChat: { area: 'go', keys: [] },
  fileAssistant: { area: 'go', keys: [] },
  savedMessages: { area: 'go', keys: [] },
  records: { area: 'go', keys: [] },
  toggleTab: { area: 'go', keys: ['Alt+Q'] },
  contacts: { area: 'go', keys: [] },
  todos: { area: 'go', keys: [] },
  nextArea: { area: 'go', keys: ['F6'], keyOnly: true },
  back: { area: 'go', keys: ['Escape'], keyOnly: true },
  endSession: { area: 'conversation', keys: ['Alt+E'], inMacro: 'leaves' },
  transfer: { area: 'conversation', keys: ['Alt+T'] },
  topic: { area: 'conversation', keys: ['Alt+M'] },
  pin: { area: 'conversation', keys: ['Alt+P'], inMacro: 'stays' },
  unread: { area: 'conversation', keys: ['Alt+U'], inMacro: 'stays' },
  favorite: { area: 'conversation', keys: ['Alt+S'], inMacro: 'stays' },
  marks: { area: 'conversation', keys: ['Alt+C'] },
  moveUp: { area: 'conversation', keys: ['Alt+Shift+ArrowUp'] },
  moveDown: { area: 'conversation', keys: ['Alt+Shift+ArrowDown'] },
  clearList: { area: 'conversation', keys: [] },
  remind: { area: 'conversation', keys: ['Alt+B'] },
  reopen: { area: 'conversation', keys: [] },
  translate: { area: 'conversation', keys: ['Alt+Y'] },
  translateDraft: { area: 'conversation', keys: ['Alt+Shift+Y'] },
  jumpToDate: { area: 'conversation', keys: [] },
  print: { area: 'conversation', keys: ['Mod+P'] },
  profile: { area: 'customer', keys: ['Alt+R'] },
  timeline: { area: 'customer', keys: ['Alt+L'] },
  history: { area: 'customer', keys: ['Alt+H'] },
  followRecord: { area: 'customer', keys: ['Alt+F'] },
  tags: { area: 'customer', keys: ['Alt+G'] },
  acceptNext: { area: 'reception', keys: ['Alt+A', 'Mod+Shift+A'], inMacro: 'leaves' },
  pool: { area: 'reception', keys: ['Alt+W'] },
  visitors: { area: 'reception', keys: ['Alt+V'] },
  running: { area: 'reception', keys: [] },
  reception: { area: 'reception', keys: ['Alt+O'] },
  presence: { area: 'reception', keys: ['Alt+X'] },
  send: { area: 'composer', keys: ['Enter'], local: true, inMacro: 'stays' },
  note: { area: 'composer', keys: ['Alt+I'] },
  voice: { area: 'composer', keys: [] },
  scheduleSend: { area: 'composer', keys: [] },
  newLine: { area: 'composer', keys: ['Mod+Enter', 'Shift+Enter'], local: true },
  undo: { area: 'window', keys: ['Alt+Z'] },
  settings: { area: 'window', keys: ['Mod+,'] },
  accountCenter: { area: 'window', keys: [] },
  blocked: { area: 'window', keys: [] },
  diagnose: { area: 'window', keys: [] },
  cheatSheet: { area: 'window', keys: ['?', 'Mod+/'] },
  screenshot: { area: 'everywhere', keys: ['Mod+Alt+A'], everywhere: true },
  oldestUnread: { area: 'everywhere', keys: ['Mod+Alt+Z'], everywhere: true },
  showWindow: { area: 'everywhere', keys: [], everywhere: true, keyOnly: true },
  acceptAnywhere: { area: 'everywhere', keys: [], everywhere: true, keyOnly: true },
} as const satisfies Readonly<Record<string, Action>>

export type ActionName = keyof typeof ACTIONS

/** What an agent has made of several actions, by its id. */
export type MacroName = `macro:${string}`

/** Whatever can have keys. */
export type KeyedName = ActionName | MacroName

export const isMacro = (name: string): name is MacroName => name.startsWith('macro:')

/** The same table, for whoever goes through it. */
export const actionOf = (name: ActionName): Action => ACTIONS[name]

export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[]

export const isActionName = (name: string): name is ActionName => Object.hasOwn(ACTIONS, name)
