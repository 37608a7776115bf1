import { Image, MessageSquareQuote, Paperclip, Smile } from 'lucide-react'
import { lazy, Suspense, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { IconButton, Popover, Skeleton } from '../../ui/index.ts'
import { QuickReplies } from './QuickReplies.tsx'

// Half a megabyte of names of emoji is fetched when somebody looks for one.
const EmojiPanel = lazy(async () => ({ default: (await import('./EmojiPanel.tsx')).EmojiPanel }))

export interface ToolbarProps {
  readonly onEmoji: (emoji: string) => void
  readonly onQuickReply: (text: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

export const Toolbar = ({ onEmoji, onQuickReply, onFiles }: ToolbarProps) => {
  const { t } = useTranslation('composer')
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
      <Panel label={t('quickReplies')} icon={<MessageSquareQuote />}>
        {(close) => (
          <QuickReplies
            onPick={(text) => {
              close()
              onQuickReply(text)
            }}
          />
        )}
      </Panel>
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
