/**
 * The one script line on the customer's page:
 *
 *     <script async src="https://server/foyer.js" data-widget="ID"></script>
 *
 * It puts an entry on the page and one name, `foyer`, into the global scope. Of the server it asks how the entry looks;
 * a connection is made when the visitor opens the chat, unless this browser has talked here before.
 *
 * Where the company lists its visitors, the page tells that somebody is there. A browser that asks not to be tracked is
 * left alone, unless the page says `data-consent` or `foyer('consent')` (R-18-046).
 *
 * What the page can say: `foyer('open')`, `('close')`, `('attach', '#id')`, `('identify', { token, name, email, phone })`,
 * `('consent')`, `('language', 'zh' | 'en')`, `('on', event, fn)`, and `('shutdown')` when somebody signs out.
 */
import { createEntry, type Entry } from './entry/entry.ts'
import { createListeners, cut, identityOf, type Instruction, type Listeners } from './entry/script.ts'
import { createVisitedEntry, type VisitedEntry } from './entry/visitedEntry.ts'
import { browserArea, createStorage } from './shared/storage.ts'
import { createVisitorMemory } from './shared/visitorMemory.ts'

interface Foyer {
  (instruction: Instruction, first?: unknown, second?: unknown): void
  /** Widgets of this page, so that the same line twice makes one entry (R-18-077). */
  readonly widgets: Map<string, Entry | VisitedEntry>
  readonly listeners: Listeners
}

type Scope = typeof globalThis & {
  foyer?: Foyer | (((instruction: Instruction) => void) & { q?: ArrayLike<ArrayLike<unknown>> })
}

const scope = globalThis as Scope

const createFoyer = (): Foyer => {
  const widgets = new Map<string, Entry | VisitedEntry>()
  const listeners = createListeners()
  const foyer = (instruction: Instruction, first?: unknown, second?: unknown): void => {
    if (instruction === 'on') listeners.on(first, second)
    for (const entry of widgets.values()) {
      if (instruction === 'identify') entry.tell(identityOf(first))
      else if (instruction === 'language') entry.tell({ kind: 'language', language: cut(first, 35) })
      else if (instruction === 'attach') entry.attach(cut(first, 120))
      else if (instruction === 'consent') {
        if ('consent' in entry) entry.consent()
      } else if (instruction === 'open' || instruction === 'close' || instruction === 'shutdown')
        entry[instruction]()
    }
    if (instruction === 'shutdown') widgets.clear()
  }
  return Object.assign(foyer, { widgets, listeners })
}

const start = (script: HTMLScriptElement): void => {
  const widgetId = script.getAttribute('data-widget') ?? ''
  const server = new URL(script.src).origin
  if (!/^[\w-]{1,64}$/u.test(widgetId)) return
  const before = scope.foyer
  const isOurs = before !== undefined && 'widgets' in before
  const foyer = isOurs ? before : createFoyer()
  if (!isOurs) scope.foyer = foyer
  if (foyer.widgets.has(widgetId)) return
  const color = script.getAttribute('data-color') ?? ''
  const { listeners } = foyer
  const onNews = (name: string, count?: number): void => {
    listeners.tell(name, { widget: widgetId, ...(count !== undefined && { count }) })
  }
  const storage = createStorage(browserArea, widgetId)
  const options = { server, widgetId, color, storage, visitor: createVisitorMemory(storage), onNews }
  // A page tells of its visitor once, however many entries it has.
  const isFirst = foyer.widgets.size === 0
  const consent = script.hasAttribute('data-consent')
  foyer.widgets.set(widgetId, isFirst ? createVisitedEntry({ ...options, consent }) : createEntry(options))
  // What the page asked for before this script was here.
  const queue = isOurs ? undefined : before?.q
  for (let index = 0; index < (queue?.length ?? 0); index += 1) {
    const said = queue?.[index]
    if (said) foyer(said[0] as Instruction, said[1], said[2])
  }
}

/** Some tag managers run a script without telling which element it came from. */
const thisScript = (): HTMLScriptElement | null => {
  const { currentScript } = document
  if (currentScript instanceof HTMLScriptElement) return currentScript
  return document.querySelector<HTMLScriptElement>('script[data-widget][src*="/foyer.js"]')
}

const script = thisScript()
if (script) start(script)
