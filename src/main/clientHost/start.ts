/** The client core of the desktop: lists what it needs, starts it, and serves it to the windows. */
import { hostname } from 'node:os'

import { systemClock } from '../../base/clock.ts'
import { createEmitter } from '../../base/emitter.ts'
import { createIds } from '../../base/ids.ts'
import { serveClient } from '../../client/host/index.ts'
import { createClient, type Client } from '../../client/index.ts'
import type { FromCore } from './coreProcess.ts'
import { createGateway, isReply } from './gateway.ts'
import { createLogger } from './logger.ts'
import { createNetwork } from './network.ts'
import { createProfile, type ProfileKeys } from './profile.ts'
import { whenEmptied } from './whenEmptied.ts'
import { windowPort } from './windowPort.ts'

const [folder = '', version = ''] = process.argv.slice(2)
const waking = createEmitter<'wake'>()
const log = createLogger((line) => process.stderr.write(line))
const tellMain = (message: FromCore): void => process.parentPort.postMessage(message)
const gateway = createGateway(tellMain)

const start = (keys: ProfileKeys): Client => {
  const client = createClient({
    databases: createProfile(folder, systemClock, keys),
    ...createNetwork(gateway, log),
    clock: systemClock,
    ids: createIds(systemClock),
    log,
    device: { kind: 'desktop', name: hostname(), version },
    onWake: (callback) => waking.listen(callback),
    // The pages of the program fetch from the program alone, which knows the server.
    fileUrl: ({ pathname, search }) => `${pathname}${search}`,
  })
  client.subscribe('account.current', {}, ({ state, account }) => {
    if (state === 'starting') return
    tellMain({ server: account?.server ?? null, agentId: account?.agentId ?? null })
  })
  whenEmptied(client, () => tellMain({ emptied: true }))
  let unsent: number | undefined
  client.subscribe('connection.status', {}, ({ outbox }) => {
    if (outbox !== unsent) tellMain({ unsent: outbox })
    unsent = outbox
  })
  return client
}

const keysTold = Promise.withResolvers<ProfileKeys>()
const started = keysTold.promise.then(start)
started.catch((error: unknown) => {
  log.error('the core could not start', { error })
  process.exit(1)
})

process.parentPort.on('message', ({ data, ports }) => {
  if (isReply(data)) gateway.heard(data)
  if (isKeys(data)) keysTold.resolve(data.keys)
  if (data === 'wake') waking.emit('wake')
  const [port] = ports
  if (data !== 'port' || port === undefined) return
  // What a window says waits in its port.
  void started.then((client) => port.on('close', serveClient(client, windowPort(port))))
})

function isKeys(data: unknown): data is { readonly keys: ProfileKeys } {
  return typeof data === 'object' && data !== null && 'keys' in data
}
