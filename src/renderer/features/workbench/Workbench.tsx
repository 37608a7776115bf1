import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { UndoToast } from '../../ui/index.ts'
import { Arrivals } from '../arrivals/index.ts'
import { insertText } from '../composer/index.ts'
import { ConversationList } from '../conversations/index.ts'
import { PoolPanel, useAccept, useDismissal } from '../pool/index.ts'
import { CheatSheet, keyLabel, useShortcuts } from '../shortcuts/index.ts'
import { Announcer, StatusBar } from '../status/index.ts'
import { useEndSession } from '../thread/index.ts'
import { TransferDialog, transferableOf } from '../transfer/index.ts'
import { VisitorsButton, VisitorsPanel } from '../visitors/index.ts'
import { Columns } from './Columns.tsx'
import { Conversation } from './Conversation.tsx'
import { focusSteps, useComposerFocus } from './focus.ts'
import { Notices } from './Notices.tsx'
import { usePreferences } from './preferences.ts'
import { longestWaiting, neighbour } from './steps.ts'
import {
  closeConversation,
  openConversation,
  showCheatSheet,
  showPool,
  showProfile,
  showTab,
  showTransfer,
  showVisitors,
  startRemoving,
  useWorkbench,
} from './store.ts'
import { TopBar } from './TopBar.tsx'
import { useIdlePresence } from './useIdlePresence.ts'
import { useNarrow } from './useNarrow.ts'
import { useOpened } from './useOpened.ts'
import { useReception } from './useReception.ts'

import './workbench.css'

const UNDO_MS = 5000

/** The place where an agent receives customers all day. */
export const Workbench = () => {
  const { t } = useTranslation('workbench')
  const run = useRun()
  const {
    tab,
    openId,
    jump,
    poolOpen,
    visitorsOpen,
    profileOpen: profileChoice,
    cheatSheetOpen,
    transferring,
    removing,
  } = useWorkbench()
  const narrow = useNarrow()
  const profileOpen = profileChoice ?? !narrow
  const rows = useQuery('conversations.list', { filter: tab }) ?? []
  const mine = useQuery('pool.list', { filter: 'mine', sort: 'longest', limit: 1 })
  const waiting = useQuery('pool.list', { filter: 'all', sort: 'longest', limit: 1 })
  const { view, leaving, askAhead } = useOpened(openId)
  const present = leaving ? undefined : view
  const [preferences] = usePreferences()
  const nameOf = useContactName()
  const dismissal = useDismissal()
  const commitRemoval = (): void => {
    if (!removing) return
    void run('list-entry.remove', { conversationId: removing.id })
    startRemoving(null)
  }
  const remove = (id: ConversationId, name: string): void => {
    commitRemoval()
    // One thing at a time can be taken back.
    dismissal.commit()
    startRemoving({ id, name })
  }
  /** Whoever is done with may leave the list by themselves. */
  const removeOpen = (wanted: boolean | undefined): void => {
    if (wanted && present) {
      remove(present.conversation.id, nameOf(present))
    }
  }
  const end = useEndSession(present, () => {
    removeOpen(preferences?.removeEnded)
  })
  const me = useQuery('account.current', {})?.me
  const { session: transferable, forced } = transferableOf(present?.session, me)
  const startTransfer = transferable
    ? () => {
        showTransfer(transferable.id)
      }
    : null
  const accepting = useAccept()
  const reception = useIdlePresence(useReception())
  const search = useRef<HTMLInputElement>(null)
  const { nextArea, focusList, focusComposer } = focusSteps
  const focusComposerOf = useComposerFocus(view?.conversation.id ?? null)

  const open = (id: ConversationId | null, seq: number | null = null): void => {
    if (id === null) return
    askAhead(id)
    openConversation(id, seq)
    focusComposerOf(id)
  }

  const acceptNext = async (): Promise<void> => {
    // Those meant for this agent first, then those of the groups. Who was faster is said; the key then takes the next.
    const first = mine?.entries[0] ?? waiting?.entries[0]
    if (!first) {
      showPool(true)
      return
    }
    const [won] = await accepting.accept([first])
    if (won) open(won.conversationId)
  }

  const acceptOpen = async (): Promise<void> => {
    const session = present?.session
    if (!session) return
    await accepting.accept([{ sessionId: session.id, conversationId: session.conversationId }])
  }

  const pin = (id: ConversationId, pinned: boolean): void => {
    void run('list-entry.pin', { conversationId: id, pinned })
  }

  const back = (): void => {
    if (cheatSheetOpen) showCheatSheet(false)
    else if (poolOpen) showPool(false)
    else if (visitorsOpen) showVisitors(false)
    else if (narrow && profileOpen) showProfile(false)
    else if (document.activeElement?.closest('[data-area="composer"]')) focusList()
    else if (openId !== null && document.activeElement?.closest('[data-area="list"]')) closeConversation()
    else focusComposer()
  }

  useShortcuts({
    search: () => search.current?.focus(),
    cheatSheet: () => {
      showCheatSheet(!cheatSheetOpen)
    },
    nextConversation: () => {
      open(neighbour(rows, openId, 1))
    },
    previousConversation: () => {
      open(neighbour(rows, openId, -1))
    },
    nextWaiting: () => {
      open(longestWaiting(rows, openId))
    },
    toggleTab: () => {
      showTab(tab === 'all' ? 'in-session' : 'all')
    },
    acceptNext: () => {
      void acceptNext()
    },
    pool: () => {
      showPool(!poolOpen)
    },
    endSession: () => {
      end?.end()
    },
    transfer: () => {
      startTransfer?.()
    },
    topic: () => document.querySelector<HTMLElement>('[data-topic]')?.click(),
    pin: () => {
      const row = rows.find(({ id }) => id === openId)
      if (row) pin(row.id, !row.pinned)
    },
    profile: () => {
      showProfile(!profileOpen)
    },
    tags: () => {
      showProfile(true)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-tags]')?.click())
    },
    reception: reception.toggle,
    presence: () => document.querySelector<HTMLElement>('[data-presence-menu]')?.click(),
    undo: () => {
      startRemoving(null)
      dismissal.undo()
    },
    nextArea,
    back,
  })

  return (
    <div className="fy-workbench">
      <TopBar
        searchRef={search}
        reception={reception}
        onConversation={(id, seq) => {
          open(id, seq)
        }}
        onQuickReply={(text) => {
          if (openId) insertText(openId, text)
        }}
      />
      <Notices
        report={accepting.report ?? dismissal.failure}
        onDismiss={accepting.report === null ? dismissal.understood : accepting.dismiss}
      />
      <main className="fy-main">
        <Columns
          narrow={narrow}
          profileOpen={profileOpen && openId !== null}
          list={
            <ConversationList
              tab={tab}
              openId={openId}
              hiddenId={removing?.id ?? null}
              flashes={preferences?.flashOnArrival ?? false}
              onTab={showTab}
              onNear={askAhead}
              onOpen={open}
              onPin={pin}
              onRemove={remove}
              onShowPool={() => {
                showPool(true)
              }}
            />
          }
          conversation={
            <Conversation
              view={view}
              leaving={leaving}
              jump={jump}
              end={end}
              onTransfer={startTransfer}
              forced={forced}
              profileOpen={profileOpen}
              onProfile={() => {
                showProfile(!profileOpen)
              }}
              onClose={closeConversation}
              onOpen={open}
              onAccept={() => {
                void acceptOpen()
              }}
              onAcceptNext={() => {
                void acceptNext()
              }}
            />
          }
          customer={view ?? null}
        />
        {poolOpen ? (
          <PoolPanel
            dismissal={{
              entries: dismissal.entries,
              start: (entries) => {
                commitRemoval()
                dismissal.start(entries)
              },
            }}
            onOpen={open}
            onClose={() => {
              showPool(false)
            }}
          />
        ) : null}
        {visitorsOpen ? (
          <VisitorsPanel
            onClose={() => {
              showVisitors(false)
            }}
          />
        ) : null}
      </main>
      <StatusBar
        visitors={
          <VisitorsButton
            open={visitorsOpen}
            onClick={() => {
              showVisitors(!visitorsOpen)
            }}
          />
        }
        poolOpen={poolOpen}
        poolKey={keyLabel('pool')}
        cheatKey={keyLabel('cheatSheet')}
        onPool={() => {
          showPool(!poolOpen)
        }}
        onCheatSheet={() => {
          showCheatSheet(true)
        }}
        onConversation={open}
      />
      {removing ? (
        <UndoToast
          key={removing.id}
          text={t('removed', { name: removing.name })}
          shortcut={keyLabel('undo')}
          forMs={UNDO_MS}
          onUndo={() => {
            startRemoving(null)
          }}
          onDone={commitRemoval}
        />
      ) : null}
      {dismissal.entries.length > 0 && !dismissal.final ? (
        <UndoToast
          key={dismissal.entries[0]?.sessionId}
          text={t('dismissed', { count: dismissal.entries.length })}
          shortcut={keyLabel('undo')}
          forMs={UNDO_MS}
          onUndo={dismissal.undo}
          onDone={dismissal.commit}
        />
      ) : null}
      {transferable && present && transferring === transferable.id ? (
        <TransferDialog
          session={transferable}
          customerName={nameOf(present)}
          forced={forced}
          onDone={() => {
            showTransfer(null)
            removeOpen(!forced && preferences?.removeTransferred)
          }}
          onClose={() => {
            showTransfer(null)
          }}
        />
      ) : null}
      {cheatSheetOpen ? (
        <CheatSheet
          onClose={() => {
            showCheatSheet(false)
          }}
        />
      ) : null}
      <Announcer />
      <Arrivals sound={preferences?.soundOnArrival ?? false} />
    </div>
  )
}
