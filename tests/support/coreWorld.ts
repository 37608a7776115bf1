/** A client core beside a scripted server, on a clock that the test moves and with databases it can break. */
import { createIds } from '../../src/base/ids.ts'
import { silentLogger, type Logger } from '../../src/base/logger.ts'
import type { ActionArgs, ActionName } from '../../src/client/api.ts'
import { createClient, type Client } from '../../src/client/index.ts'
import type { ClientPorts, Databases } from '../../src/client/ports/index.ts'
import { createDatabases } from '../../src/main/clientHost/databases.ts'
import { createTestClock, type TestClock } from './clock.ts'
import { ScriptedServer } from './scriptedServer.ts'

export interface CoreWorld {
  readonly clock: TestClock
  readonly server: ScriptedServer
  readonly databases: Databases
  /** Starts a core over the same files; the former one must have been stopped or killed. */
  start(more?: Partial<ClientPorts>): Promise<Client>
  /** Starts one, signs in and waits until it is connected. */
  signedIn(): Promise<Client>
  /** Lets time and promises go on. */
  pass(ms?: number): Promise<void>
  wake(): void
}

/** `folder` null: the databases live in memory, and every start begins with none. */
export const createCoreWorld = (folder: string | null, log: Logger = silentLogger): CoreWorld => {
  const clock = createTestClock()
  const server = new ScriptedServer(clock)
  const files = createDatabases(folder ?? '/nowhere', clock)
  const databases: Databases =
    folder === null ? { ...files, open: files.openMemory, remove: async () => undefined } : files
  const wakers = new Set<() => void>()
  const pass = (ms = 20): Promise<void> => clock.advanceAsync(ms)

  const start = async (more: Partial<ClientPorts> = {}): Promise<Client> => {
    const client = createClient({
      databases,
      connect: server.connect,
      http: server.http,
      clock,
      ids: createIds(clock),
      log,
      device: { kind: 'desktop', name: 'test', version: '0.1.0' },
      onWake: (callback) => {
        wakers.add(callback)
        return () => wakers.delete(callback)
      },
      ...more,
    })
    await client.query('connection.status', {})
    await pass()
    return client
  }
  return {
    clock,
    server,
    databases,
    start,
    signedIn: async () => {
      const client = await start()
      const result = await client.run('account.sign-in', {
        server: 'https://desk.example.com',
        account: 'me',
        password: 'right',
        publicComputer: false,
      })
      if (!result.ok) throw new Error(result.code)
      await pass()
      return client
    },
    pass,
    wake: () => wakers.forEach((callback) => callback()),
  }
}

/** The refusal's code, or `ok`. */
export const outcome = async <N extends ActionName>(
  client: Client,
  name: N,
  args: ActionArgs<N>,
): Promise<string> => {
  const result = await client.run(name, args)
  return result.ok ? 'ok' : result.code
}
