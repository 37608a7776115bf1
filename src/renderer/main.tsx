/** The window: finds the client core, the page of the address and the look, and shows them. */
import './withoutEval.ts'
import { createRoot } from 'react-dom/client'

import { Look, type Ticket } from './app/App.tsx'
import { placeOf, withoutOnce, type Place } from './app/place.ts'
import { Root } from './app/Root.tsx'
import { connectCore, CoreProvider } from './core/index.ts'
import { firstLook, firstTheme, isSystemDark, paintOf, spokenLanguage } from './features/settings/index.ts'
import { followLink, followShell } from './features/shell/index.ts'
import { startLanguage } from './i18n/index.ts'
import { paintTheme } from './ui/index.ts'

/** In the desktop the program was given the one-time sign-in, in a browser the address. */
const takeTicket = async (place: Place, origin: string): Promise<Ticket | null> => {
  if (window.foyer) return window.foyer.ask('sign-in.take')
  return place.page === 'workbench' && place.ticket !== null ? { server: origin, ticket: place.ticket } : null
}

const start = async (element: Element): Promise<void> => {
  const look = firstLook()
  paintTheme(paintOf(look, isSystemDark(), firstTheme()))
  const words = startLanguage(spokenLanguage(look))
  document.documentElement.lang = spokenLanguage(look)

  const url = new URL(window.location.href)
  const place = placeOf(url)
  if (import.meta.env.DEV && place.page === 'design') {
    const { DesignPage } = await import('./features/design/index.ts')
    createRoot(element).render(<DesignPage words={words} />)
    return
  }
  window.history.replaceState(null, '', withoutOnce(url))
  const origin = window.foyer ? '' : url.origin
  // The core has its own way to go meanwhile.
  const client = connectCore()
  const ticket = await takeTicket(place, origin)
  if (window.foyer) followShell(window.foyer)
  else if (place.page === 'workbench' && place.conversation !== null)
    followLink({ page: 'conversation', id: place.conversation })
  createRoot(element).render(
    <CoreProvider client={client}>
      <Look words={words}>
        <Root
          client={client}
          place={place.page === 'design' ? { page: 'workbench', ticket: null, conversation: null } : place}
          origin={origin}
          ticket={ticket}
        />
      </Look>
    </CoreProvider>,
  )
}

const root = document.querySelector('#root')
if (root) void start(root)
