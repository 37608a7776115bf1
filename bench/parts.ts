/** What there is to measure. */
import type { Finding } from './lib/report.ts'
import { measureConnections } from './server/connections.ts'
import { measureGrowth } from './server/growth.ts'
import { measureStorm } from './server/storm.ts'
import { measureThroughput, type Effort } from './server/throughput.ts'

export interface Part {
  readonly ids: readonly string[]
  readonly what: string
  readonly measure: (effort: Effort) => Promise<Finding[]>
}

export const PARTS: readonly Part[] = [
  { ids: ['S1', 'S2', 'S3', 'S4', 'S5'], what: 'sending messages', measure: measureThroughput },
  { ids: ['S7'], what: 'idle connections', measure: measureConnections },
  { ids: ['S8'], what: 'everybody coming back', measure: measureStorm },
  { ids: ['S9'], what: 'growth', measure: measureGrowth },
]
