import { measureBigDesk } from './browser/bigDesk.ts'
import { measureButtons } from './browser/buttons.ts'
import { measureCatchUpFrames } from './browser/catchUpFrames.ts'
import { measureCustomerWindow } from './browser/customerWindow.ts'
import { measureLongDay } from './browser/longDay.ts'
import { measurePoolPanel } from './browser/poolPanel.ts'
import { measureSwitching } from './browser/switching.ts'
import { measureWriting } from './browser/writing.ts'
import { measureCatchUp } from './client/catchUp.ts'
import { measureSearch } from './client/search.ts'
import { measureDesktop } from './desktop/desktop.ts'
import { measureEncryption } from './desktop/encryption.ts'
import { measurePackage } from './desktop/packageSize.ts'
/** What there is to measure. */
import type { Finding } from './lib/report.ts'
import { measureConnections } from './server/connections.ts'
import { measureGrowth } from './server/growth.ts'
import { measureRace, measureRouting } from './server/routing.ts'
import { measureStorm } from './server/storm.ts'
import { measureThroughput, type Effort } from './server/throughput.ts'
import { measureVisitors } from './server/visitors.ts'
import { measureSize } from './size.ts'
import { measureStart } from './start.ts'

const CACHED_MESSAGES = { small: 200_000, usual: 1_000_000, large: 1_000_000 }
/** How many times the messages `--large` looks at beside. */
const GROWTH = 5
const MISSED_MESSAGES = 100_000
const DESKTOP_MESSAGES = { small: 20_000, usual: 100_000, large: 100_000 }
const USUAL_DAY = { switches: 2000, messages: 20_000, perSecond: 100 }
const DAY = { small: { switches: 400, messages: 4000, perSecond: 100 }, usual: USUAL_DAY, large: USUAL_DAY }

export interface BenchEffort extends Effort {
  readonly size: 'small' | 'usual' | 'large'
}

export interface Part {
  readonly ids: readonly string[]
  readonly what: string
  readonly measure: (effort: BenchEffort) => Promise<Finding[]>
}

export const PARTS: readonly Part[] = [
  { ids: ['S1', 'S2', 'S3', 'S4', 'S5'], what: 'sending messages', measure: measureThroughput },
  { ids: ['S7'], what: 'idle connections', measure: measureConnections },
  { ids: ['S8'], what: 'everybody coming back', measure: measureStorm },
  { ids: ['V1'], what: 'visitors with the chat closed', measure: measureVisitors },
  { ids: ['R1'], what: 'deciding who receives', measure: measureRouting },
  { ids: ['R2'], what: 'accepting the same customer', measure: measureRace },
  {
    ids: ['R3'],
    what: 'a full pool panel',
    measure: async ({ seconds }) => measurePoolPanel(seconds * 5),
  },
  { ids: ['S9'], what: 'growth', measure: measureGrowth },
  { ids: ['C3'], what: 'switching conversations', measure: async ({ rounds }) => measureSwitching(rounds) },
  {
    ids: ['C6'],
    what: 'searching the cache',
    measure: async ({ rounds, size }) =>
      measureSearch({ rounds, messages: CACHED_MESSAGES[size], growth: size === 'large' ? GROWTH : null }),
  },
  {
    ids: ['C7'],
    what: 'catching up',
    measure: async ({ rounds }) => [
      ...(await measureCatchUp({ rounds, messages: MISSED_MESSAGES })),
      ...(await measureCatchUpFrames(MISSED_MESSAGES)),
    ],
  },
  {
    ids: ['C8', 'C9', 'D1'],
    what: 'writing and reading at the desk',
    measure: async ({ seconds }) => measureWriting(seconds * 5),
  },
  {
    ids: ['D2', 'D3', 'D4'],
    what: 'a desk of some years',
    measure: async ({ size }) => measureBigDesk(CACHED_MESSAGES[size]),
  },
  { ids: ['D5'], what: 'a long day', measure: async ({ size }) => measureLongDay(DAY[size]) },
  { ids: ['D6'], what: 'buttons', measure: async ({ rounds }) => measureButtons(rounds) },
  {
    ids: ['M1', 'M2', 'M3'],
    what: 'the desktop program',
    measure: async ({ rounds, size }) => measureDesktop(DESKTOP_MESSAGES[size], rounds),
  },
  { ids: ['M4'], what: 'the packaged desktop program', measure: measurePackage },
  {
    ids: ['M5'],
    what: 'the cost of encryption',
    measure: async ({ rounds, size }) => measureEncryption(DESKTOP_MESSAGES[size], rounds),
  },
  { ids: ['W1'], what: 'sizes of the widget', measure: measureSize },
  {
    ids: ['W3'],
    what: 'a customer on a slow line',
    measure: async ({ rounds }) => measureCustomerWindow(rounds),
  },
  { ids: ['W2'], what: 'starting', measure: async ({ rounds }) => measureStart(rounds) },
]
