/** The host of the browser: one worker for each tab, of which one at a time runs the core. */
import { version } from '../../../package.json'
import { systemClock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { FromHost } from '../api.ts'
import { hostPort, serveClient } from '../host/index.ts'
import { createClient } from '../index.ts'
import { createMemoryDatabases, createOpfsDatabases, type OpfsDatabases } from './databases.ts'
import { createOwnership } from './ownership.ts'
import { createWake } from './wake.ts'
import { createWebPorts } from './webPorts.ts'

const log = consoleLogger()
const port = hostPort(self)
const { wake, onWake } = createWake()

/** A private window keeps nothing; there the core works in memory and says so. */
const openDatabases = async (): Promise<OpfsDatabases> => {
  try {
    return await createOpfsDatabases(systemClock)
  } catch (error) {
    log.warn('nothing can be kept here', { error })
    return createMemoryDatabases()
  }
}

const tell = (message: FromHost): void => port.send(message)

const { takeOver } = createOwnership('foyer-core', {
  own: async () => {
    tell({ kind: 'ownership', ownership: 'starting' })
    const databases = await openDatabases()
    const client = createClient(createWebPorts(databases, log, version, onWake))
    const stopServing = serveClient(client, port)
    return async () => {
      stopServing()
      await client.stop()
      databases.release()
    }
  },
  lost: () => tell({ kind: 'ownership', ownership: 'elsewhere' }),
})

port.listen((message) => {
  if (message.kind === 'use-here') takeOver()
  else if (message.kind === 'wake') wake()
})

function consoleLogger(): Logger {
  /* eslint-disable no-console -- the only place a browser has for a log */
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message, fields) => console.warn(message, fields ?? ''),
    error: (message, fields) => console.error(message, fields ?? ''),
  }
}
