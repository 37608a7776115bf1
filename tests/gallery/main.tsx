/** The workbench over a made-up desk, to be looked at: `?scene=` signed-out, setup, elsewhere, loading, syncing, offline, design. */
import { createRoot } from 'react-dom/client'

import { App, Look } from '../../src/renderer/app/App.tsx'
import { placeOf } from '../../src/renderer/app/place.ts'
import { CoreProvider } from '../../src/renderer/core/index.ts'
import { DesignPage } from '../../src/renderer/features/design/index.ts'
import { firstLook, spokenLanguage } from '../../src/renderer/features/settings/index.ts'
import { SetupPage } from '../../src/renderer/features/setup/index.ts'
import { followLink, followShell } from '../../src/renderer/features/shell/index.ts'
import { LoadingPage, OtherTabPage } from '../../src/renderer/features/signIn/index.ts'
import { startLanguage } from '../../src/renderer/i18n/index.ts'
import { createFakeClient, type FakeClient } from '../support/fakeClient.ts'
import { createFakeDesk } from '../support/fakeDesk.ts'

declare global {
  interface Window {
    fake?: FakeClient
  }
}

const params = new URLSearchParams(window.location.search)
const scene = params.get('scene')
const client = createFakeClient(createFakeDesk(Date.now(), Number(params.get('size') ?? 14)))
window.fake = client
if (scene === 'signed-out')
  client.desk.account = { ...client.desk.account, state: 'signed-out', me: null, account: null }
if (scene === 'syncing') client.setStatus({ state: 'syncing' })
if (scene === 'offline')
  client.setStatus({ state: 'offline', since: Date.now() - 42_000, nextTryAt: Date.now() + 9000 })

// A test may play the shell of the desktop.
if (window.foyer) followShell(window.foyer)
const place = placeOf(new URL(window.location.href))
if (place.page === 'workbench' && place.conversation !== null)
  followLink({ page: 'conversation', id: place.conversation })

const page = () => {
  switch (scene) {
    case 'setup':
      return <SetupPage origin={window.location.origin} token="t" onDone={() => undefined} />
    case 'elsewhere':
      return <OtherTabPage onUseHere={() => undefined} />
    case 'loading':
      return <LoadingPage />
    default:
      return <App ticket={null} />
  }
}

const words = startLanguage(spokenLanguage(firstLook()))
createRoot(document.querySelector('#root') as HTMLElement).render(
  scene === 'design' ? (
    <DesignPage words={words} />
  ) : (
    <CoreProvider client={client}>
      <Look words={words}>{page()}</Look>
    </CoreProvider>
  ),
)
