import { EmojiPicker, type EmojiData } from 'frimousse'

import { useTranslation } from '../../translation/index.ts'
import { useLanguage } from '../../ui/index.ts'
import { loadEmoji } from './emojiData.ts'

/** The picker of frimousse over our own data: no network but ours is asked. */
export const EmojiPanel = ({ onPick }: { readonly onPick: (emoji: string) => void }) => {
  const { t } = useTranslation('composer')
  const language = useLanguage()
  return (
    <EmojiPicker.Root
      className="fy-emoji"
      locale={language === 'en' ? 'en' : 'zh'}
      columns={9}
      resolveEmojiData={resolve}
      onEmojiSelect={({ emoji }) => {
        onPick(emoji)
      }}
    >
      <EmojiPicker.Search
        className="fy-emoji-search"
        aria-label={t('searchEmoji')}
        placeholder={t('searchEmoji')}
        autoFocus
      />
      <EmojiPicker.Viewport className="fy-emoji-view">
        <EmojiPicker.Loading>{t('loadingEmoji')}</EmojiPicker.Loading>
        <EmojiPicker.Empty>{t('noEmoji')}</EmojiPicker.Empty>
        <EmojiPicker.List
          components={{
            CategoryHeader: ({ category, ...rest }) => (
              <div className="fy-emoji-category" {...rest}>
                {category.label}
              </div>
            ),
            Row: (props) => <div className="fy-emoji-row" {...props} />,
            Emoji: ({ emoji, ...rest }) => (
              <button
                type="button"
                className="fy-emoji-button"
                data-active={emoji.isActive || undefined}
                {...rest}
              >
                {emoji.emoji}
              </button>
            ),
          }}
        />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  )
}

const resolve = (locale: string): Promise<EmojiData> => loadEmoji(locale === 'en' ? 'en' : 'zh')
