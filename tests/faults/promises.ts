/** What is promised about faults, and how large each run is. */
import type { Finding } from './lib/finding.ts'
import { runP1, type P1Size } from './p01/run.ts'
import { runP4, type P4Size } from './p04/run.ts'
import { runP5, type P5Size } from './p05/run.ts'
import { runP6, type P6Size } from './p06/run.ts'
import { runP8 } from './p08/run.ts'
import { runP9, type P9Size } from './p09/run.ts'
import { runP12 } from './p12.ts'
import { runP14, type P14Size } from './p14/run.ts'
import { runP15, type P15Size } from './p15/run.ts'
import { runP16, type P16Size } from './p16/run.ts'
import { runP17, type P17Size } from './p17/run.ts'
import { runP18, type P18Size } from './p18/run.ts'
import { runP20, type P20Size } from './p20/run.ts'
import { runP23, type P23Size } from './p23/run.ts'
import { runScreens, type ScreensSize } from './screens/run.ts'
import { runT4, type T4Size } from './t04/run.ts'
import { runWalk, type WalkSize } from './walk/run.ts'

export interface Sizes {
  readonly p1: P1Size
  readonly p4: P4Size
  readonly p5: P5Size
  readonly p6: P6Size
  readonly p9: P9Size
  readonly p14: P14Size
  readonly p15: P15Size
  readonly p16: P16Size
  readonly p17: P17Size
  readonly p18: P18Size
  readonly p20: P20Size
  readonly p23: P23Size
  readonly t4: T4Size
  readonly walk: WalkSize
  readonly screens: ScreensSize
}

const MB = 1024 * 1024

/** `npm run test:faults`. */
export const FULL: Sizes = {
  p1: {
    messages: 10_000,
    pairs: 20,
    processes: 5,
    secondDevices: 5,
    gapMs: 300,
    killEveryMs: [2_000, 10_000],
    troubleEveryMs: 500,
    halfOpen: true,
    longestDelayMs: 5_000,
    troubleUntil: 0.9,
  },
  p4: { kills: 100 },
  p5: { rounds: 100, messages: 2_000 },
  p6: { rounds: 10, messages: 2_000 },
  p9: { rounds: 1_000 },
  p14: { agents: 100, rounds: { sqlite: 10_000, postgres: 1_000 } },
  p15: { desks: { sqlite: 20, postgres: 3 }, rounds: 60 },
  p16: { schedules: { sqlite: 100_000, postgres: 4_000 } },
  p17: { arrivals: { sqlite: 1_000, postgres: 1_000 } },
  p18: { timers: { sqlite: 10_000, postgres: 2_000 }, kills: 20, mostMs: 2_000 },
  p20: { slow: 100, readers: 10, mostBytesEach: 2 * MB },
  p23: { overSocket: 50_000, inProcess: 50_000, workers: 12 },
  t4: { cases: 50_000 },
  walk: { walks: { sqlite: 3, postgres: 3 }, killEvery: 1 },
  screens: { walks: { sqlite: 3, postgres: 3 } },
}

/** Part of `npm test`: the same runs, as small as they still mean something. */
export const SHORT: Sizes = {
  p1: {
    messages: 240,
    pairs: 3,
    processes: 1,
    secondDevices: 1,
    gapMs: 60,
    killEveryMs: [1_500, 3_000],
    troubleEveryMs: 500,
    // Noticing a dead line takes half a minute.
    halfOpen: false,
    longestDelayMs: 400,
    troubleUntil: 0.4,
  },
  p4: { kills: 4 },
  p5: { rounds: 15, messages: 160 },
  p6: { rounds: 1, messages: 80 },
  p9: { rounds: 12 },
  p14: { agents: 100, rounds: { sqlite: 25, postgres: 0 } },
  p15: { desks: { sqlite: 1, postgres: 0 }, rounds: 30 },
  p16: { schedules: { sqlite: 1_200, postgres: 0 } },
  p17: { arrivals: { sqlite: 60, postgres: 0 } },
  // Beside other tests the time says more of the machine than of the server.
  p18: { timers: { sqlite: 400, postgres: 0 }, kills: 2, mostMs: null },
  // With so few the memory of the runtime itself is most of what is measured.
  p20: { slow: 10, readers: 3, mostBytesEach: 16 * MB },
  p23: { overSocket: 1_500, inProcess: 2_000, workers: 8 },
  t4: { cases: 2_000 },
  walk: { walks: { sqlite: 1, postgres: 0 }, killEvery: 3 },
  // In npm test the journeys in browsers are the short form.
  screens: { walks: { sqlite: 1, postgres: 0 } },
}

export interface PromiseRun {
  readonly id: string
  /** Long runs tell in between how it stands. */
  readonly run: (seed: number, sizes: Sizes, tell: (standing: string) => void) => Promise<Finding>
}

export const PROMISES: readonly PromiseRun[] = [
  { id: 'P1', run: async (seed, { p1 }) => runP1(seed, p1) },
  { id: 'P4', run: async (seed, { p4 }, tell) => runP4(seed, p4, tell) },
  { id: 'P5', run: async (seed, { p5 }) => runP5(seed, p5) },
  { id: 'P6', run: async (seed, { p6 }) => runP6(seed, p6) },
  { id: 'P8', run: async (seed) => runP8(seed) },
  { id: 'P9', run: async (seed, { p9 }) => runP9(seed, p9) },
  { id: 'P12', run: async (seed) => runP12(seed) },
  { id: 'P14', run: async (seed, { p14 }) => runP14(seed, p14) },
  { id: 'P15', run: async (seed, { p15 }) => runP15(seed, p15) },
  { id: 'P16', run: async (seed, { p16 }) => runP16(seed, p16) },
  { id: 'P17', run: async (seed, { p17 }) => runP17(seed, p17) },
  { id: 'P18', run: async (seed, { p18 }) => runP18(seed, p18) },
  { id: 'P20', run: async (seed, { p20 }) => runP20(seed, p20) },
  { id: 'P23', run: async (seed, { p23 }) => runP23(seed, p23) },
  { id: 'T4', run: async (seed, { t4 }) => runT4(seed, t4) },
  { id: 'WALK', run: async (seed, { walk }) => runWalk(seed, walk) },
  { id: 'SCREENS', run: async (seed, { screens }) => runScreens(seed, screens) },
]
