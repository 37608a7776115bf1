import type { i18n } from 'i18next'
import { useEffect, useState, type ReactNode } from 'react'

import { useQuery, useQueryPart, useRun } from '../core/index.ts'
import { AccountCenter, useAccountCenterAddress } from '../features/accountCenter/index.ts'
import { useKeptLook, useLook } from '../features/settings/index.ts'
import { ShellNotice, useLinksOutside, useShellFrames, useShellLanguage } from '../features/shell/index.ts'
import { LAST_SERVER, LoadingPage, SignInPage } from '../features/signIn/index.ts'
import { Workbench } from '../features/workbench/index.ts'
import { useErrorText } from '../i18n/index.ts'
import { TranslationProvider } from '../translation/index.ts'
import { setClockOffset, setTimeZone, ThemeProvider } from '../ui/index.ts'

/** The chosen look and language around everything. */
export const Look = ({ words, children }: { readonly words: i18n; readonly children: ReactNode }) => {
  const { paint, language } = useLook()
  useKeptLook()
  useShellLanguage(language)
  useShellFrames()
  useLinksOutside()
  return (
    <TranslationProvider words={words} language={language}>
      <ThemeProvider paint={paint} language={language}>
        <ShellNotice />
        {children}
      </ThemeProvider>
    </TranslationProvider>
  )
}

export interface Ticket {
  readonly server: string
  readonly ticket: string
}

export interface AppProps {
  /** Signs in once. */
  readonly ticket: Ticket | null
}

/** Who is signed in sees the workbench, everybody else the door. */
export const App = ({ ticket }: AppProps) => {
  const account = useQuery('account.current', {})
  const offset = useQueryPart('connection.status', {}, (status) => status?.clockOffsetMs ?? 0)
  const entering = useTicket(ticket)
  const center = useAccountCenterAddress()
  const timeZone = useQuery('organization.get', {})?.organization.timeZone
  // Before anything below writes a time.
  if (timeZone) setTimeZone(timeZone)

  useEffect(() => {
    setClockOffset(offset)
  }, [offset])

  // Where the core starts anew behind the door, what was typed there stays.
  const [isAtDoor, setAtDoor] = useState(false)
  const isOut = !account || account.state === 'starting' ? isAtDoor : account.state === 'signed-out'
  if (isOut !== isAtDoor) setAtDoor(isOut)

  if (entering.busy) return <LoadingPage />
  if (isOut) return <SignInPage ticketFailure={entering.failure} />
  if (!account || account.state === 'starting') return <LoadingPage />
  if (center !== null) return <AccountCenter path={center} />
  return <Workbench key={account.account?.agentId ?? ''} />
}

interface Entering {
  readonly busy: boolean
  readonly failure: string | null
}

const useTicket = (ticket: Ticket | null): Entering => {
  const run = useRun()
  const errorText = useErrorText()
  const [state, setState] = useState<{ readonly busy: boolean; readonly code: string | null }>({
    busy: ticket !== null,
    code: null,
  })
  useEffect(() => {
    if (ticket === null) return
    let gone = false
    const enter = async (): Promise<void> => {
      const answer = await run('account.sign-in-with-ticket', ticket)
      // The door offers it when this account signs out.
      if (answer.ok) void run('setting.save', { key: LAST_SERVER, value: ticket.server })
      if (!gone) setState({ busy: false, code: answer.ok ? null : answer.code })
    }
    void enter()
    return () => {
      gone = true
    }
  }, [run, ticket])
  return { busy: state.busy, failure: state.code === null ? null : errorText(state.code) }
}
