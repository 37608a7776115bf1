import { useLayoutEffect } from 'react'

import type { ConversationId, QuickReply } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useSteady } from '../../ui/index.ts'
import { CheatSheet, UndoToasts, useAction, useActionKeys } from '../actions/index.ts'
import { Alerts } from '../alerts/index.ts'
import { Arrivals } from '../arrivals/index.ts'
import { FileAssistant, NewChat } from '../chats/index.ts'
import { useViewing } from '../collisions/index.ts'
import { handReply } from '../composer/index.ts'
import { CategoryBar, ConversationList, useRemoval } from '../conversations/index.ts'
import { HeldEndings, useEndSession } from '../endings/index.ts'
import { openRecord, RecordPanel } from '../history/index.ts'
import { useSystemKeys } from '../hotKeys/index.ts'
import { Macros } from '../macros/index.ts'
import { Meanwhile } from '../meanwhile/index.ts'
import { CommandPalette } from '../palette/index.ts'
import { TransferRequests } from '../paths/index.ts'
import { useAcceptNext } from '../pool/index.ts'
import { Printing } from '../printing/index.ts'
import { EditorLeftOpen } from '../quickReplies/index.ts'
import { Screenshots } from '../screenshot/index.ts'
import { NoteMentions } from '../sessionNotes/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { NewBuild, useFollowLink } from '../shell/index.ts'
import { Sounds } from '../sounds/index.ts'
import { Announcer, StatusBar } from '../status/index.ts'
import { Forwarding } from '../thread/index.ts'
import { Tour } from '../tour/index.ts'
import { TransferDialog, useTransferring } from '../transfer/index.ts'
import { Columns } from './Columns.tsx'
import { Conversation } from './Conversation.tsx'
import { ListActions } from './ListActions.tsx'
import { Notices } from './Notices.tsx'
import { OpenPanel, PanelButtons } from './panels.tsx'
import { RightMenuActions } from './RightMenuActions.tsx'
import {
  closeConversation,
  enterWorkbench,
  goOnAfter,
  showPanel,
  showProfile,
  useWorkbench,
} from './store.ts'
import { TopBar } from './TopBar.tsx'
import { useChosen } from './useChosen.ts'
import { useFocusKeys } from './useFocusKeys.ts'
import { useIdlePresence } from './useIdlePresence.ts'
import { useOpening } from './useOpening.ts'
import { useOpenTo } from './useOpenTo.ts'
import { useReveal } from './useReveal.ts'
import { useRoom } from './useRoom.ts'

import './workbench.css'

/**
 * The place where an agent receives customers all day.
 *
 * It puts the parts beside each other and knows what concerns several of them; what one of them can do is its own
 * matter, and keys find it by `useAction`.
 */
export const Workbench = () => {
  const { t } = useTranslation('workbench')
  const openId = useChosen()
  const jump = useWorkbench((state) => state.jump)
  const profileChoice = useWorkbench((state) => state.profileOpen)
  const account = useQuery('account.current', {})?.account?.agentId
  useLayoutEffect(() => {
    if (account) enterWorkbench(account)
  }, [account])
  const room = useRoom()
  const profileOpen = profileChoice ?? room === 'wide'
  const me = useQuery('account.current', {})?.me
  const removeTransferred = useAgentSetting('removeTransferred').value
  const flashes = useAgentSetting('flashOnArrival').value
  const nameOf = useContactName()
  const { view, leaving, askAhead, open } = useOpening(openId)
  const opened = leaving ? undefined : view
  useReveal(opened)
  /** The conversation with a customer; what can be done with one is nothing that is done among colleagues. */
  const present = opened && 'customer' in opened ? opened : undefined
  useViewing(present?.conversation.id ?? null)
  const removal = useRemoval()
  const remove = useSteady((id: ConversationId, name: string): void => {
    if (id === openId) closeConversation()
    removal.one(id, name)
  })
  /** Whoever is done with may leave the list by themselves. */
  const removeOpen = (wanted: boolean): void => {
    if (!wanted || !present) return
    goOnAfter(present.conversation.id)
    removal.one(present.conversation.id, nameOf(present))
  }
  const end = useEndSession(present)
  const transferring = useTransferring(present?.session)
  const accepting = useAcceptNext(open, showPool)
  const acceptNext = useSteady(accepting.acceptNext)
  const takeWaiting = useSteady(accepting.take)
  const followed = useFollowLink(open)
  const openTo = useOpenTo(opened?.conversation.id, open)
  const toggleProfile = useSteady((): void => {
    showProfile(!profileOpen)
  })
  const acceptOpen = useSteady((): void => {
    const session = present?.session
    if (session) void accepting.accept([{ sessionId: session.id, conversationId: session.conversationId }])
  })
  const dismiss = useSteady((): void => {
    accepting.dismiss()
    followed.understood()
  })
  /** What is being opened takes it as soon as it is there. */
  const insertReply = useSteady((reply: QuickReply): void => {
    if (openId) handReply(openId, reply)
  })
  const onQuickReply = view ? insertReply : null
  useActionKeys()
  useSystemKeys()
  useIdlePresence()
  useFocusKeys(room !== 'wide' && profileOpen && openId !== null)
  useAction('endSession', end?.end ?? null)

  return (
    <div className="fy-workbench" data-room={room} data-open={openId !== null || undefined}>
      <ListActions onOpen={open} />
      <RightMenuActions openId={view && !('customer' in view) ? null : openId} panelOpen={profileOpen} />
      <TopBar onConversation={open} onRecord={openRecord} onQuickReply={onQuickReply} />
      <Tour />
      <div className="fy-notices">
        <Notices
          progress={accepting.slow ? t('accepting') : null}
          report={accepting.report ?? followed.failure}
          onDismiss={dismiss}
        />
        <Meanwhile />
        <NewBuild />
        <HeldEndings openId={openId} onOpen={open} onLeft={goOnAfter} />
        <TransferRequests onOpen={open} />
        <NoteMentions onOpen={open} />
      </div>
      <main className="fy-main">
        <CategoryBar />
        <Columns
          room={room}
          isOpen={openId !== null}
          profileOpen={profileOpen && openId !== null}
          list={
            <ConversationList
              openId={openId}
              flashes={flashes}
              onNear={askAhead}
              onOpen={open}
              onOpenTo={openTo}
              onRemove={remove}
              onShowPool={showPool}
            />
          }
          conversation={
            <Conversation
              view={view}
              leaving={leaving}
              jump={jump}
              end={end}
              onTransfer={transferring.start}
              forced={transferring.forced}
              profileOpen={profileOpen}
              onProfile={toggleProfile}
              onClose={closeConversation}
              onOpen={open}
              onAccept={acceptOpen}
              onAcceptNext={acceptNext}
            />
          }
          customer={view ?? null}
          onOpen={open}
        />
        <RecordPanel />
        <OpenPanel openId={opened?.conversation.id ?? null} onOpen={open} />
      </main>
      <StatusBar panels={<PanelButtons />} onConversation={open} />
      {transferring.session && present ? (
        <TransferDialog
          session={transferring.session}
          customerName={nameOf(present)}
          forced={transferring.forced}
          onDone={(moved) => {
            transferring.close()
            removeOpen(moved && !transferring.forced && removeTransferred)
          }}
          onClose={transferring.close}
        />
      ) : null}
      <UndoToasts agentId={me?.agentId ?? ''} />
      <CheatSheet />
      <CommandPalette onOpen={open} onQuickReply={onQuickReply} />
      <Macros openId={openId} onQuickReply={onQuickReply} />
      <NewChat onOpen={open} />
      <Forwarding conversation={opened?.conversation ?? null} />
      <EditorLeftOpen />
      <FileAssistant onOpen={open} />
      <Announcer />
      <Arrivals />
      <Alerts openId={openId} onOpen={open} onAccept={takeWaiting} onShowPool={showPool} />
      <Sounds openId={openId} />
      <Printing view={opened ?? null} />
      <Screenshots openId={opened?.conversation.id ?? null} />
    </div>
  )
}

const showPool = (): void => {
  showPanel('pool')
}
