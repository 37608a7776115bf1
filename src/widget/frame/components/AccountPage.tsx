import { useEffect, useRef } from 'preact/hooks'

import type { WidgetId } from '../../../protocol/model/index.ts'
import type { Chat } from '../../chat/contract.ts'
import type { ChatView } from '../../chat/view.ts'
import { signIn, signOut } from '../account.ts'
import { useSpeech } from '../context.ts'
import { AddAddress } from './AddAddress.tsx'
import { FriendButtons } from './FriendButtons.tsx'
import { ProveAddress } from './ProveAddress.tsx'

export interface AccountPageProps {
  readonly widgetId: string
  readonly chat: Chat
  readonly view: ChatView
  readonly onBack: () => void
}

/** In place of the conversation: signing in where that is asked for (R-18-006), and who one is afterwards. */
export const AccountPage = ({ widgetId: entry, chat, view, onBack }: AccountPageProps) => {
  const widgetId = entry as WidgetId
  const { words } = useSpeech()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A page around us keeps its focus.
    if (document.hasFocus()) title.current?.focus()
  }, [])
  const offer = view.settings?.signIn
  const { account, gate } = view
  const leave = (): void => {
    const token = chat.leaveAccount()
    if (token !== null) signOut(token)
    onBack()
  }
  return (
    <div class="account">
      <h2 ref={title} tabIndex={-1}>
        {account === null ? words.account.title : words.account.mine}
      </h2>
      {account !== null ? (
        <>
          <p>{words.account.as(account)}</p>
          {view.otherAddresses.length > 0 && <p>{words.account.also(view.otherAddresses.join(', '))}</p>}
          <p class="note">{words.account.everywhere}</p>
          {offer && <AddAddress widgetId={widgetId} chat={chat} view={view} offer={offer} />}
          <FriendButtons chat={chat} view={view} />
        </>
      ) : offer && offer.ways.length > 0 ? (
        <ProveAddress
          widgetId={widgetId}
          offer={offer}
          about={words.account.about}
          done={words.account.enter}
          onCode={async (typed) => {
            const answer = await signIn({ widgetId, ...typed })
            if (answer.ok) {
              chat.enter(answer.value.token)
              onBack()
            }
            return answer
          }}
        />
      ) : (
        <p>{words.account.unavailable}</p>
      )}
      <div class="account-buttons">
        {account !== null && (
          <button type="button" class="text-button" onClick={leave}>
            {words.account.leave}
          </button>
        )}
        {!gate && (
          <button type="button" class="text-button" onClick={onBack}>
            {words.leave.back}
          </button>
        )}
        {gate && offer?.anonymous && (
          <button
            type="button"
            class="text-button"
            onClick={() => {
              chat.stayAnonymous()
            }}
          >
            {words.account.without}
          </button>
        )}
      </div>
    </div>
  )
}
