/**
 * The one script line on the customer's page:
 *
 *     <script async src="https://server/foyer.js" data-widget="ID"></script>
 *
 * It puts an entry on the page and one name, `foyer`, into the global scope. Nothing is asked of the server before the
 * visitor opens the chat, unless this browser has talked here before.
 */
import { createEntry, type Entry } from './entry/entry.ts'

type Instruction = 'open' | 'close' | 'shutdown'

interface Foyer {
  (instruction: Instruction): void
  /** Widgets of this page, so that the same line twice makes one entry (R-18-077). */
  readonly widgets: Map<string, Entry>
}

type Scope = typeof globalThis & {
  foyer?: Foyer | (((instruction: Instruction) => void) & { q?: ArrayLike<ArrayLike<Instruction>> })
}

const scope = globalThis as Scope

const createFoyer = (): Foyer => {
  const widgets = new Map<string, Entry>()
  const foyer = (instruction: Instruction): void => {
    if (instruction !== 'open' && instruction !== 'close' && instruction !== 'shutdown') return
    for (const entry of widgets.values()) entry[instruction]()
    if (instruction === 'shutdown') widgets.clear()
  }
  return Object.assign(foyer, { widgets })
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
  foyer.widgets.set(widgetId, createEntry({ server, script: script.src, widgetId, color }))
  // What the page asked for before this script was here.
  const queue = isOurs ? undefined : before?.q
  for (let index = 0; index < (queue?.length ?? 0); index += 1) {
    const instruction = queue?.[index]?.[0]
    if (instruction) foyer(instruction)
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
