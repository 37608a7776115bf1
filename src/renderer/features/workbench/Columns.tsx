import {
  startTransition,
  useEffect,
  useEffectEvent,
  useState,
  type ReactNode,
  type SyntheticEvent,
} from 'react'

import type { OpenView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Skeleton, SplitLayout, useSizes } from '../../ui/index.ts'
import { ChatPanel } from '../chats/index.ts'
import { RightMenu } from '../rightMenu/index.ts'
import { useSetting } from '../settings/index.ts'
import { closeConversation, showProfile } from './store.ts'
import type { Room } from './useRoom.ts'
import { WithWayBack } from './WithWayBack.tsx'

export interface ColumnsProps {
  readonly list: ReactNode
  readonly conversation: ReactNode
  readonly customer: OpenView | null
  readonly room: Room
  /** A conversation is open, or will be in a moment. */
  readonly isOpen: boolean
  readonly profileOpen: boolean
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
}

/**
 * List, conversation and customer side by side; the widths come back after a restart.
 *
 * In a narrow window the customer lies over the conversation; in a narrower one each has the window to itself, with the way
 * back to the one before (R-03-004). List and conversation stay where they are meanwhile, as they are.
 */
export const Columns = (props: ColumnsProps) => {
  const { list, conversation, customer, room, isOpen, profileOpen, onOpen } = props
  const { t } = useTranslation('workbench')
  const { scale } = useSizes()
  const withPanel = profileOpen && room === 'wide'
  const [two, three] = [useSetting('columns.two'), useSetting('columns.three')]
  const [kept, keep] = withPanel ? three : two
  const { seen, current } = useFollowing(customer)
  const panel = seen ? (
    <Stopped stopped={!current}>
      {'customer' in seen ? (
        <RightMenu key={seen.customer.id} view={seen} onOpen={onOpen} />
      ) : (
        <ChatPanel key={seen.conversation.id} view={seen} onOpen={onOpen} />
      )}
    </Stopped>
  ) : (
    <Skeleton rows={8} rowHeight={40} />
  )
  const only = room === 'one' ? (!isOpen ? 'list' : profileOpen ? 'customer' : 'conversation') : null
  return (
    <>
      <SplitLayout
        layout={layoutOf(kept)}
        onLayout={keep}
        only={only}
        handleLabel={(id) => (id === 'customer' ? t('handle.customer') : t('handle.conversation'))}
        columns={[
          { id: 'list', content: list, minPx: 200, defaultPx: 280 * scale },
          {
            id: 'conversation',
            content: (
              <WithWayBack label={only ? t('backTo.list') : null} onBack={closeConversation}>
                {only === 'list' ? null : conversation}
              </WithWayBack>
            ),
            minPx: 380,
            defaultPx: null,
          },
          ...(withPanel ? [{ id: 'customer', content: panel, minPx: 260, defaultPx: 320 * scale }] : []),
        ]}
      />
      {profileOpen && (room === 'narrow' || only === 'customer') ? (
        <div className="fy-sheet">
          <WithWayBack label={only ? t('backTo.conversation') : null} onBack={closeProfile}>
            {panel}
          </WithWayBack>
        </div>
      ) : null}
    </>
  )
}

const closeProfile = (): void => {
  showProfile(false)
}

/**
 * Another conversation is open already, and nothing may be done to this customer any more.
 *
 * What is inside is not rendered again for the moment until it is replaced; made inert, the browser would style all of it anew.
 */
const Stopped = ({ stopped, children }: { readonly stopped: boolean; readonly children: ReactNode }) => {
  const stop = stopped ? stopEvent : undefined
  return (
    <div
      role="presentation"
      className="fy-stopped"
      aria-busy={stopped}
      onPointerDownCapture={stop}
      onClickCapture={stop}
      onKeyDownCapture={stop}
      onBeforeInputCapture={stop}
    >
      {children}
    </div>
  )
}

const stopEvent = (event: SyntheticEvent): void => {
  event.preventDefault()
  event.stopPropagation()
}

/** From one customer to the next in less than this, the panels of those between are nothing that anybody looks at. */
const FOLLOWS_MS = 200

/**
 * Whom the panel shows. The thread comes first; who it is with follows a moment later, once nobody else was chosen.
 *
 * The panel is as much to make as the rest of the window: made at once, it would stand in the way of the next key or click.
 */
const useFollowing = (
  customer: OpenView | null,
): { readonly seen: OpenView | null; readonly current: boolean } => {
  const [kept, setKept] = useState(customer)
  const subject = subjectOf(customer)
  const current = kept === null || subjectOf(kept) === subject
  // As it was last: that is what stays until the next one is there.
  if (current && kept !== customer) setKept(customer)
  const follow = useEffectEvent(() => {
    startTransition(() => {
      setKept(customer)
    })
  })
  useEffect(() => {
    if (current) return undefined
    const timer = setTimeout(() => {
      follow()
    }, FOLLOWS_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [current, subject])
  return { seen: current ? customer : kept, current }
}

/** Whom the panel is about. */
const subjectOf = (view: OpenView | null): string | null =>
  view && ('customer' in view ? view.customer.id : view.conversation.id)

/** Shares as they were saved; anything else means the defaults. */
const layoutOf = (value: unknown): Readonly<Record<string, number>> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const shares = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return shares.length >= 2 ? Object.fromEntries(shares) : undefined
}
