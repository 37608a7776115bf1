/**
 * Loaded into the main process before the program: notes what it does at every half millisecond, and for how long it
 * does so without a pause.
 *
 * A stretch belongs to the program while the nearest known code that is running or has called what runs is the
 * program's, so a file that it writes at once counts as its own, and what the stand-in does in Electron's place does not.
 */
import { Session, type Profiler } from 'node:inspector/promises'

const INTERVAL_US = 500
const PROGRAM = '/out/main/'
const STAND_IN = '/tests/support/electron/'

export interface Stretch {
  readonly ms: number
  /** The functions of the program that were met most often in it. */
  readonly culprit: string
}

export interface MainWatch {
  start(): Promise<void>
  /** The longest stretches of the program and of everything in the process since. */
  stop(): Promise<{ readonly program: Stretch; readonly all: Stretch }>
}

const createWatch = (): MainWatch => {
  const session = new Session()
  session.connect()
  return {
    start: async () => {
      await session.post('Profiler.enable')
      await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_US })
      await session.post('Profiler.start')
    },
    stop: async () => {
      const { profile } = await session.post('Profiler.stop')
      const owners = ownersOf(profile)
      return {
        program: longestStretch(profile, owners, (owner) => owner === 'program'),
        all: longestStretch(profile, owners, (owner) => owner !== 'idle'),
      }
    },
  }
}

type Owner = 'program' | 'stand-in' | 'idle' | 'collector' | 'nobody'

interface Owned {
  readonly owner: Owner
  readonly name: string
}

/** Of each place in the profile, by its id. */
const ownersOf = ({ nodes }: Profiler.Profile): ReadonlyMap<number, Owned> => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const owners = new Map<number, Owned>()
  const walk = (id: number, above: Owned): void => {
    const node = byId.get(id)
    if (!node) return
    const owned = ownerOf(node.callFrame, above)
    owners.set(id, owned)
    for (const child of node.children ?? []) walk(child, owned)
  }
  const root = nodes[0]
  if (root) walk(root.id, { owner: 'nobody', name: '' })
  return owners
}

const ownerOf = (
  { functionName, url, lineNumber }: Profiler.ProfileNode['callFrame'],
  above: Owned,
): Owned => {
  if (functionName === '(idle)' || functionName === '(program)') return { owner: 'idle', name: functionName }
  if (functionName === '(garbage collector)') return { owner: 'collector', name: functionName }
  if (url.includes(PROGRAM))
    return {
      owner: 'program',
      name: `${functionName || 'anonymous'} (${url.split('/').at(-1)}:${lineNumber + 1})`,
    }
  if (url.includes(STAND_IN)) return { owner: 'stand-in', name: functionName }
  return above
}

const longestStretch = (
  { samples = [], timeDeltas = [] }: Profiler.Profile,
  owners: ReadonlyMap<number, Owned>,
  counts: (owner: Owner) => boolean,
): Stretch => {
  let longest: Stretch = { ms: 0, culprit: '' }
  let ms = 0
  let seen = new Map<string, number>()
  for (const [at, sample] of samples.entries()) {
    const { owner, name } = owners.get(sample) ?? { owner: 'nobody', name: '' }
    if (counts(owner)) {
      ms += (timeDeltas[at + 1] ?? 0) / 1000
      seen.set(name, (seen.get(name) ?? 0) + 1)
      if (ms > longest.ms) longest = { ms, culprit: mostOf(seen) }
      // Memory is collected in the middle of anything.
    } else if (owner !== 'collector') {
      ms = 0
      seen = new Map()
    }
  }
  return longest
}

const mostOf = (seen: ReadonlyMap<string, number>): string =>
  [...seen].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const)[0]

Object.assign(globalThis, { mainWatch: createWatch() })
