import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'

import type { QuickReplyView } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, plainLine } from '../../ui/index.ts'
import { contentLine } from './contentLine.ts'
import type { ReplyMenuAt } from './ReplyMenu.tsx'

export interface ReplyGridProps {
  readonly id: string
  readonly found: readonly QuickReplyView[]
  readonly active: number
  /** With a heading above each group. */
  readonly grouped: boolean
  readonly isEditable: (reply: QuickReplyView) => boolean
  readonly onInsert: (reply: QuickReplyView) => void
  readonly onSend: ((reply: QuickReplyView, byPointer: boolean) => void) | null
  readonly onMenu: (at: ReplyMenuAt) => void
}

/** The replies one below the other; each can be inserted, sent, and changed by whoever may. */
export const ReplyGrid = (props: ReplyGridProps) => {
  const { id, found, active, grouped, isEditable, onInsert, onSend, onMenu } = props
  const { t } = useTranslation('quickReplies')
  const headOf = ({ ownerId, groupName }: QuickReplyView): string =>
    `${t(ownerId ? 'own' : 'company')} · ${plainLine(groupName)}`
  return (
    <div id={id} role="grid" aria-label={t('title')} className="fy-replies-list">
      {found.map((reply, index) => {
        const head = headOf(reply)
        const before = found[index - 1]
        return (
          <Fragment key={reply.id}>
            {grouped && (!before || headOf(before) !== head) ? (
              <div role="row" className="fy-replies-group">
                <span role="columnheader">{head}</span>
              </div>
            ) : null}
            <div
              id={`${id}-${reply.id}`}
              ref={index === active ? intoView : null}
              role="row"
              aria-selected={index === active}
              className="fy-replies-row"
              onContextMenu={(event) => {
                if (!isEditable(reply)) return
                event.preventDefault()
                onMenu({ reply, x: event.clientX, y: event.clientY })
              }}
            >
              {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the words are in the button */}
              <span role="gridcell">
                <button
                  type="button"
                  title={t('clickHint')}
                  onClick={({ detail }) => {
                    if (detail < 2) onInsert(reply)
                  }}
                  onDoubleClick={() => onSend?.(reply, true)}
                >
                  <span className="fy-replies-title">
                    <span className="fy-cut">{plainLine(reply.title)}</span>
                    <span className="fy-secondary">{grouped ? uses(reply.uses) : head}</span>
                  </span>
                  <span className="fy-secondary fy-cut">{contentLine(reply)}</span>
                </button>
              </span>
              {isEditable(reply) ? (
                <span role="gridcell">
                  <IconButton
                    label={t('more', { title: plainLine(reply.title) })}
                    onClick={({ currentTarget }) => {
                      const { left, bottom } = currentTarget.getBoundingClientRect()
                      onMenu({ reply, x: left, y: bottom })
                    }}
                  >
                    <Ellipsis />
                  </IconButton>
                </span>
              ) : null}
            </div>
          </Fragment>
        )
      })}
    </div>
  )
}

const uses = (count: number): string => (count > 0 ? `×${count}` : '')

const intoView = (element: HTMLElement | null): void => {
  element?.scrollIntoView({ block: 'nearest' })
}
