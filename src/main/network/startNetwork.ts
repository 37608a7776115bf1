/** Joins the network with the program: what is remembered of it, who is asked, and what the core and pages get of it. */
import type { ShellFile } from '../app/shellFile.ts'
import type { ShellTeller } from '../app/shellNews.ts'
import type { Gateway } from '../clientHost/network.ts'
import type { MessageHandlers, RequestHandlers } from '../ipc/hearWindows.ts'
import { managedFile, readManaged } from './managed.ts'
import { createNetwork, type Network } from './network.ts'
import { createProxySignIn } from './proxySignIn.ts'
import { createFetch, type Fetch } from './requests.ts'

export interface RunningNetwork extends Pick<Network, 'settings'> {
  readonly fetch: Fetch
  readonly gateway: Gateway
  readonly messages: Pick<MessageHandlers, 'proxy.answer'>
  readonly requests: Pick<RequestHandlers, 'network.get' | 'network.choose'>
}

export interface NetworkSurroundings {
  readonly memory: ShellFile
  readonly teller: Pick<ShellTeller, 'askProxy' | 'proxyAnswered'>
  /** There may be a way now. */
  readonly onChange: () => void
  /** Of a checkout; an installed program asks the administrators' file alone. */
  readonly managedBy: string | undefined
}

export const startNetwork = ({
  memory,
  teller,
  onChange,
  managedBy,
}: NetworkSurroundings): RunningNetwork => {
  const signIn = createProxySignIn(teller.askProxy)
  const network = createNetwork({
    managed: readManaged(managedBy ?? managedFile(process.platform, process.env)),
    chosen: memory.get().proxy,
    save: (proxy) => memory.change({ proxy }),
    signIn,
  })
  return {
    settings: network.settings,
    fetch: createFetch(network),
    gateway: {
      routeTo: network.routeTo,
      signInTo: async (proxy, tried) => (await signIn.ask(proxy, tried ?? undefined)) ?? null,
    },
    messages: {
      'proxy.answer': ({ answer }) => {
        teller.proxyAnswered()
        signIn.answered(answer)
      },
    },
    requests: {
      'network.get': async () => network.settings(),
      'network.choose': async (choice) => {
        const isUsed = await network.choose(choice)
        if (isUsed) {
          teller.proxyAnswered()
          onChange()
        }
        return isUsed
      },
    },
  }
}
