import { ArrowRightLeft, PanelRight, SquareCheckBig, Star, X, type LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import { tellsPresence } from '../../../domain/paths/tellsPresence.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, Button, ErrorLine, IconButton, type IconButtonProps } from '../../ui/index.ts'
import { useKeyLabel } from '../actions/index.ts'
import { Collision } from '../collisions/index.ts'
import { StarButton } from '../contacts/index.ts'
import { useSourceText } from '../customer/index.ts'
import { EndBar, type EndSession } from '../endings/index.ts'
import { PathsButton } from '../paths/index.ts'
import { useAskRating } from '../ratings/index.ts'
import { ContactName } from '../remarks/index.ts'
import { RemindButton } from '../reminders/index.ts'

export interface ThreadHeaderProps {
  readonly view: ConversationView
  readonly inert: boolean
  /** Null when there is no session of one's own to end. */
  readonly end: EndSession | null
  /** Null when there is no session to give on. */
  readonly onTransfer: (() => void) | null
  /** It is a colleague's, and a supervisor looks on. */
  readonly forced: boolean
  readonly profileOpen: boolean
  readonly onProfile: () => void
  /** Closes the window and nothing else (R-02-161). */
  readonly onClose: () => void
  /** Another conversation with the same customer. */
  readonly onOpen: (id: ConversationId) => void
  /** Further buttons. */
  readonly tools?: ReactNode
  /** What is wanted seldom. */
  readonly more?: ReactNode
  readonly ref?: Ref<HTMLElement>
}

export const ThreadHeader = (props: ThreadHeaderProps) => {
  const { view, inert, end, onTransfer, forced } = props
  const { profileOpen, onProfile, onClose, onOpen, tools, more, ref } = props
  const { t } = useTranslation('thread')
  const { t: ofTodos } = useTranslation('todos')
  const { customer, conversation, online } = view
  const name = useContactName()(view)
  const visitor = useQuery('visitor.of', { conversationId: conversation.id })
  const widgets = useQuery('organization.get', {})?.widgets
  const entry = widgets?.find(({ id }) => id === conversation.widgetId)
  const sourceText = useSourceText()
  // Of the session, where it is known how it came; else where the customer came from at first.
  const source = view.session?.source ? sourceText(view.session.source) : customer.source
  const rating = useAskRating(view.session)
  const endKey = useKeyLabel('endSession')
  const transferKey = useKeyLabel('transfer')
  const profileKey = useKeyLabel('profile')
  return (
    <header ref={ref} className="fy-thread-head" inert={inert}>
      <div className="fy-thread-head-line">
        <Avatar
          id={customer.id}
          name={name}
          size={28}
          channel={conversation.channel}
          {...(tellsPresence(conversation.channel) && { presence: online ? 'online' : 'offline' })}
        />
        <ContactName view={view} />
        <StarButton who={{ customerId: customer.id }} />
        <PathsButton view={view} name={name} onOpen={onOpen} />
        <span className="fy-secondary fy-cut">
          {t(`channel.${conversation.channel}`)}
          {tellsPresence(conversation.channel)
            ? ` · ${online ? t(visitor?.mobile ? 'onlineMobile' : 'online') : t('offline')}`
            : ''}
          {entry ? ` · ${t('via', { entry: entry.name })}` : ''}
          {source ? ` · ${t('from', { source })}` : ''}
        </span>
        <Collision view={view} />
        <span className="fy-grow" />
        {rating ? (
          <HeadButton
            label={rating.asked ? t('rating.asked') : t('rating.ask')}
            icon={Star}
            disabled={rating.busy || rating.asked}
            onClick={rating.ask}
          />
        ) : null}
        {onTransfer ? (
          <HeadButton
            label={forced ? t('forceTransfer') : t('transfer')}
            shortcut={transferKey}
            icon={ArrowRightLeft}
            onClick={onTransfer}
          />
        ) : null}
        {end ? (
          <HeadButton
            label={end.busy ? ofTodos('ending.button') : t('end.button')}
            shortcut={endKey}
            icon={SquareCheckBig}
            disabled={end.busy}
            onClick={end.end}
          />
        ) : null}
        {tools}
        <RemindButton view={view} inert={inert} />
        <IconButton label={t('profile')} shortcut={profileKey} aria-pressed={profileOpen} onClick={onProfile}>
          <PanelRight />
        </IconButton>
        {more}
        <IconButton label={t('closeWindow')} onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {end ? <EndBar end={end} /> : null}
      {rating?.failure ? (
        <div className="fy-thread-ask">
          <ErrorLine text={rating.failure} />
        </div>
      ) : null}
    </header>
  )
}

interface HeadButtonProps extends Pick<IconButtonProps, 'label' | 'shortcut' | 'disabled' | 'onClick'> {
  readonly icon: LucideIcon
}

/** Without its word where room is short. */
const HeadButton = ({ label, shortcut, icon: Icon, ...rest }: HeadButtonProps) => (
  <Button {...rest} data-tip={label} data-tip-key={shortcut}>
    <Icon aria-hidden="true" />
    <span>{label}</span>
  </Button>
)
