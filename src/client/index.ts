import type { Result } from '../base/result.ts'
import { refuse } from '../base/result.ts'
import type { ActionArgs, ActionCode, ActionName, ActionResult, ClientApi, OnlineCommand } from './api.ts'
import { createAccounts } from './commands/accounts.ts'
import { createLocalActions } from './commands/local.ts'
import { createQueryEngine } from './live/index.ts'
import type { ClientPorts } from './ports/index.ts'
import { createQuiet } from './quiet.ts'
import { createRecentErrors } from './recentErrors.ts'
import { createStore } from './store/store.ts'
import { createMoment } from './sync/moment.ts'
import { createVisitorWatch } from './sync/visitorWatch.ts'
import type { Ask, ClientView } from './view.ts'

export type { ClientApi } from './api.ts'
export type { ClientPorts } from './ports/index.ts'

export interface Client extends ClientApi {
  /** Closes connection and files; everything unsent is kept on the disk. */
  stop(): Promise<void>
}

/** The client core. It begins to open its files at once; what is asked meanwhile waits for them. */
export const createClient = (given: ClientPorts): Client => {
  const { clock, device } = given
  const { log, list: recentErrors } = createRecentErrors(given.log, clock)
  const ports: ClientPorts = { ...given, log }
  const store = createStore(log)
  const quiet = createQuiet(clock)
  const moment = createMoment(clock, store.announce)
  const accounts = createAccounts(ports, store, moment, quiet)
  const ask: Ask = async (name, args) => (await accounts.workplace()?.ask(name, args)) ?? refuse('offline')
  const view: ClientView = {
    store,
    moment,
    clock,
    log,
    device,
    recentErrors,
    agentId: () => accounts.workplace()?.account.agentId ?? null,
    fileUrl: (path) => {
      const server = accounts.workplace()?.account.server
      if (server === undefined) return null
      const url = new URL(path, server)
      return ports.fileUrl?.(url) ?? url.href
    },
    media: () => accounts.workplace()?.media ?? null,
    account: accounts.current,
    status: accounts.status,
    outbox: (conversationId) => accounts.workplace()?.outbox.items(conversationId) ?? [],
    unsentFile: (id) => accounts.workplace()?.outbox.file(id) ?? null,
    endings: () => accounts.workplace()?.endings.list() ?? [],
    queued: () => accounts.workplace()?.queued.list() ?? [],
    effective: () => accounts.workplace()?.queued.effective() ?? [],
    ask,
    visitors: createVisitorWatch(clock, ask, store.announce),
  }
  const live = createQueryEngine(view, quiet)
  const local = createLocalActions(store, accounts, ports)
  const opened = accounts.start()
  opened.catch((error: unknown) => log.error('the local files could not be opened', { error }))

  const runOnline = async (command: OnlineCommand): Promise<Result<unknown>> =>
    accounts.workplace()?.runOnline(command) ?? refuse('offline')

  return {
    run: async <N extends ActionName>(name: N, args: ActionArgs<N>) => {
      quiet.disturb()
      await opened
      const action = (local as Readonly<Record<string, (args: ActionArgs<N>) => unknown>>)[name]
      const result = action ? await action(args) : await runOnline({ name, args } as OnlineCommand)
      return result as Result<ActionResult<N>, ActionCode<N>>
    },
    query: async (name, args) => {
      // Who is signed in can be told before the files are open: nobody knows yet.
      if (name !== 'account.current') await opened
      return live.query(name, args)
    },
    subscribe: live.subscribe,
    stop: async () => {
      live.stop()
      await accounts.stop()
    },
  }
}
