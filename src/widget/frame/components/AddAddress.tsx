import { useEffect, useRef, useState } from 'preact/hooks'

import type { WidgetId } from '../../../protocol/model/index.ts'
import type { WidgetSettings } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import type { ChatView } from '../../chat/view.ts'
import { addAddress } from '../account.ts'
import { useSpeech } from '../context.ts'
import { ProveAddress } from './ProveAddress.tsx'

export interface AddAddressProps {
  readonly widgetId: WidgetId
  readonly chat: Chat
  readonly view: ChatView
  readonly offer: NonNullable<WidgetSettings['signIn']>
}

/** Who has signed in by e-mail can be found by their phone number too, and the other way round (R-02-011). */
export const AddAddress = ({ widgetId, chat, view, offer }: AddAddressProps) => {
  const { words } = useSpeech()
  const [open, setOpen] = useState(false)
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) part.current?.querySelector('input')?.focus()
  }, [open])
  const token = chat.accountToken()
  const has = [view.account ?? '', ...view.otherAddresses].map((address) =>
    address.includes('@') ? 'email' : 'phone',
  )
  const way = offer.ways.find((each) => !has.includes(each))
  if (!way || token === null) return null
  if (!open) {
    return (
      <div class="account-buttons">
        <button
          type="button"
          class="text-button"
          onClick={() => {
            setOpen(true)
          }}
        >
          {words.account.add[way]}
        </button>
      </div>
    )
  }
  return (
    <div ref={part}>
      <ProveAddress
        widgetId={widgetId}
        offer={{ ways: [way], outboxUrl: offer.outboxUrl }}
        about={words.account.aboutAdding}
        done={words.account.add[way]}
        onCode={async (typed) => {
          const answer = await addAddress({ widgetId, account: token, ...typed })
          if (answer.ok) {
            setOpen(false)
            // The next welcome names the address.
            chat.enter(token)
          }
          return answer
        }}
      />
    </div>
  )
}
