import { ArrowRightLeft, PanelRight, SquareCheckBig, Star, X } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { Avatar, Button, ErrorLine, IconButton } from '../../ui/index.ts'
import { PathsButton } from '../paths/index.ts'
import { useAskRating } from '../ratings/index.ts'
import { ContactName } from '../remarks/index.ts'
import type { EndSession } from './useEndSession.ts'

export interface ThreadHeaderProps {
  readonly view: ConversationView
  readonly inert: boolean
  /** Null when there is no session of one's own to end. */
  readonly end: EndSession | null
  readonly endKey: string
  /** Null when there is no session to give on. */
  readonly onTransfer: (() => void) | null
  /** It is a colleague's, and a supervisor looks on. */
  readonly forced: boolean
  readonly transferKey: string
  readonly profileKey: string
  readonly profileOpen: boolean
  readonly onProfile: () => void
  /** Closes the window and nothing else (R-02-161). */
  readonly onClose: () => void
  /** Another conversation with the same customer. */
  readonly onOpen: (id: ConversationId) => void
  readonly ref?: Ref<HTMLElement>
}

export const ThreadHeader = (props: ThreadHeaderProps) => {
  const { view, inert, end, endKey, onTransfer, forced, transferKey } = props
  const { profileKey, profileOpen, onProfile, onClose, onOpen, ref } = props
  const { t } = useTranslation('thread')
  const { customer, conversation, online } = view
  const name = useContactName()(view)
  const visitor = useQuery('visitor.of', { conversationId: conversation.id })
  const widgets = useQuery('organization.get', {})?.widgets
  const entry = widgets?.find(({ id }) => id === conversation.widgetId)
  const rating = useAskRating(view)
  return (
    <header ref={ref} className="fy-thread-head" inert={inert}>
      <div className="fy-thread-head-line">
        <Avatar
          id={customer.id}
          name={name}
          size={28}
          channel={conversation.channel}
          presence={online ? 'online' : 'offline'}
        />
        <ContactName view={view} />
        <PathsButton view={view} name={name} onOpen={onOpen} />
        <span className="fy-secondary fy-cut">
          {t(`channel.${conversation.channel}`)}
          {conversation.channel === 'web' || conversation.channel === 'im'
            ? ` · ${online ? t(visitor?.mobile ? 'onlineMobile' : 'online') : t('offline')}`
            : ''}
          {entry ? ` · ${t('via', { entry: entry.name })}` : ''}
          {customer.source ? ` · ${t('from', { source: customer.source })}` : ''}
        </span>
        <span className="fy-grow" />
        {rating ? (
          <Button onClick={rating.ask} disabled={rating.busy || rating.asked}>
            <Star aria-hidden="true" />
            {rating.asked ? t('rating.asked') : t('rating.ask')}
          </Button>
        ) : null}
        {onTransfer ? (
          <Button onClick={onTransfer} title={transferKey}>
            <ArrowRightLeft aria-hidden="true" />
            {forced ? t('forceTransfer') : t('transfer')}
          </Button>
        ) : null}
        {end ? (
          <Button onClick={end.end} disabled={end.busy} title={endKey}>
            <SquareCheckBig aria-hidden="true" />
            {t('end.button')}
          </Button>
        ) : null}
        <IconButton label={t('profile')} shortcut={profileKey} aria-pressed={profileOpen} onClick={onProfile}>
          <PanelRight />
        </IconButton>
        <IconButton label={t('closeWindow')} onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {end?.asking ? (
        <div className="fy-thread-ask" role="alert">
          <span>{t('end.newMessage')}</span>
          <Button kind="danger" onClick={end.end} disabled={end.busy}>
            {t('end.anyway')}
          </Button>
          <Button kind="quiet" onClick={end.dismiss}>
            {t('end.keep')}
          </Button>
        </div>
      ) : null}
      {rating?.failure ? (
        <div className="fy-thread-ask">
          <ErrorLine text={rating.failure} />
        </div>
      ) : null}
      {end?.failure ? (
        <div className="fy-thread-ask">
          <ErrorLine text={end.failure} />
        </div>
      ) : null}
    </header>
  )
}
