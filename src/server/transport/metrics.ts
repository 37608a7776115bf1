/** Figures for Prometheus. Labels are names of our own, never what somebody sent: each new value is kept for ever. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

import type { ByeCode } from '../../protocol/wire/index.ts'

export interface Metrics {
  request(route: string, status: number, elapsedMs: number): void
  committed(entries: number): void
  /** The server ended a connection. */
  ended(code: ByeCode): void
  readonly contentType: string
  text(): Promise<string>
}

export const createMetrics = (
  connections: () => { readonly agents: number; readonly customers: number; readonly sockets: number },
): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'foyer_http_request_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['route', 'status'],
    registers,
  })
  const commits = new Counter({
    name: 'foyer_commits_total',
    help: 'Commits, one for each organisation that changed',
    registers,
  })
  const entries = new Counter({ name: 'foyer_log_entries_total', help: 'Entries written to logs', registers })
  const byes = new Counter({
    name: 'foyer_connections_ended_total',
    help: 'Connections the server ended, by reason',
    labelNames: ['reason'],
    registers,
  })
  new Gauge({
    name: 'foyer_connections',
    help: 'Open connections by kind',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const [kind, count] of Object.entries(connections())) this.set({ kind }, count)
    },
  })
  return {
    request: (route, status, elapsedMs) => {
      requests.observe({ route, status }, elapsedMs / 1_000)
    },
    committed: (count) => {
      commits.inc()
      entries.inc(count)
    },
    ended: (reason) => {
      byes.inc({ reason })
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
