/** The client core of the desktop: lists what it needs, starts it, and serves it to the windows. */
import { hostname } from 'node:os'

import { systemClock } from '../../base/clock.ts'
import { createEmitter } from '../../base/emitter.ts'
import { createIds } from '../../base/ids.ts'
import { serveClient } from '../../client/host/index.ts'
import { createClient } from '../../client/index.ts'
import { createDatabases } from './databases.ts'
import { createLogger } from './logger.ts'
import { connect, http } from './network.ts'
import { windowPort } from './windowPort.ts'

const [folder = '', version = ''] = process.argv.slice(2)
const waking = createEmitter<'wake'>()

const client = createClient({
  databases: createDatabases(folder, systemClock),
  connect,
  http,
  clock: systemClock,
  ids: createIds(systemClock),
  log: createLogger((line) => process.stderr.write(line)),
  device: { kind: 'desktop', name: hostname(), version },
  onWake: (callback) => waking.listen(callback),
})

process.parentPort.on('message', ({ data, ports }) => {
  if (data === 'wake') waking.emit('wake')
  const [port] = ports
  if (data !== 'port' || port === undefined) return
  const end = serveClient(client, windowPort(port))
  port.on('close', end)
})
