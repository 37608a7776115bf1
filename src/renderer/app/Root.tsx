import { useOwnership, type RemoteClient } from '../core/index.ts'
import { UnlockPage } from '../features/cacheLock/index.ts'
import { ProxyQuestion } from '../features/network/index.ts'
import { SetupPage } from '../features/setup/index.ts'
import { useShell } from '../features/shell/index.ts'
import { LookButtons, OtherTabPage } from '../features/signIn/index.ts'
import { QuitDialog } from '../features/workbench/index.ts'
import { App, type Ticket } from './App.tsx'
import type { Place } from './place.ts'

export interface RootProps {
  readonly client: RemoteClient
  readonly place: Exclude<Place, { readonly page: 'design' }>
  /** Where the page came from; empty in the desktop program. */
  readonly origin: string
  readonly ticket: Ticket | null
}

/** The page of the address, if this tab has the core. */
export const Root = ({ client, place, origin, ticket }: RootProps) => {
  const ownership = useOwnership(client)
  const isLocked = useShell().cacheLock?.protection === 'locked'
  if (place.page === 'setup')
    return (
      <SetupPage
        origin={origin}
        token={place.token}
        onDone={() => {
          window.location.assign(new URL('./', window.location.href))
        }}
      />
    )
  if (ownership === 'elsewhere')
    return (
      <OtherTabPage
        onUseHere={() => {
          client.takeOver()
        }}
      />
    )
  return (
    <>
      {isLocked ? <UnlockPage foot={<LookButtons />} /> : <App ticket={ticket} />}
      {window.foyer ? (
        <>
          <QuitDialog />
          <ProxyQuestion />
        </>
      ) : null}
    </>
  )
}
