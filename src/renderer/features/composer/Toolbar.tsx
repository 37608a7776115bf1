import { Image, MessageSquareQuote, Paperclip, Scissors, Smile } from 'lucide-react'
import { lazy, Suspense, useRef, type ReactNode } from 'react'

import type { QuickReplyView } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, Popover, Skeleton } from '../../ui/index.ts'
import { runAction, useIsPossible, useKeyLabel } from '../actions/index.ts'
import { QuickReplyPanel } from '../quickReplies/index.ts'

// Half a megabyte of names of emoji is fetched when somebody looks for one.
const EmojiPanel = lazy(async () => ({ default: (await import('./EmojiPanel.tsx')).EmojiPanel }))

export interface ToolbarProps {
  readonly onEmoji: (emoji: string) => void
  readonly onInsertReply: (reply: QuickReplyView) => void
  /** Null: nothing can be sent now. By pointer: the reply was inserted by the first of two clicks. */
  readonly onSendReply: ((reply: QuickReplyView, byPointer: boolean) => void) | null
  readonly onFiles: (files: readonly File[]) => void
  /** What else can be written here. */
  readonly children?: ReactNode
}

export const Toolbar = ({ onEmoji, onInsertReply, onSendReply, onFiles, children }: ToolbarProps) => {
  const { t } = useTranslation('composer')
  const screenshotKey = useKeyLabel('screenshot')
  const canShoot = useIsPossible('screenshot')
  return (
    <div className="fy-composer-tools" role="toolbar" aria-label={t('tools')}>
      <Panel label={t('emoji')} icon={<Smile />}>
        {(close) => (
          <Suspense fallback={<Skeleton rows={6} rowHeight={40} />}>
            <EmojiPanel
              onPick={(emoji) => {
                close()
                onEmoji(emoji)
              }}
            />
          </Suspense>
        )}
      </Panel>
      <FileButton
        label={t('image')}
        accept="image/png,image/jpeg,image/gif,image/bmp,image/webp"
        onFiles={onFiles}
      >
        <Image />
      </FileButton>
      <FileButton label={t('file')} onFiles={onFiles}>
        <Paperclip />
      </FileButton>
      {canShoot ? (
        <IconButton
          label={t('screenshot')}
          shortcut={screenshotKey}
          onClick={() => {
            runAction('screenshot')
          }}
        >
          <Scissors />
        </IconButton>
      ) : null}
      <Panel label={t('quickReplies')} icon={<MessageSquareQuote />}>
        {(close) => (
          <QuickReplyPanel
            onInsert={onInsertReply}
            onSend={
              onSendReply
                ? (reply, byPointer) => {
                    close()
                    onSendReply(reply, byPointer)
                  }
                : null
            }
            onClose={close}
          />
        )}
      </Panel>
      {children}
    </div>
  )
}

interface PanelProps {
  readonly label: string
  readonly icon: ReactNode
  readonly children: (close: () => void) => ReactNode
}

const Panel = ({ label, icon, children }: PanelProps) => (
  <Popover
    label={label}
    side="above"
    trigger={(trigger) => (
      <IconButton label={label} {...trigger}>
        {icon}
      </IconButton>
    )}
  >
    {children}
  </Popover>
)

interface FileButtonProps {
  readonly label: string
  readonly accept?: string
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

const FileButton = ({ label, accept, onFiles, children }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        label={label}
        onClick={() => {
          input.current?.click()
        }}
      >
        {children}
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
    </>
  )
}
