import type { SystemLinesOf } from './line.ts'

/** Who came into a chat of colleagues, who is out of it, and what it is called now. */
export const chatLines = ((i18n, language) => {
  const t = i18n.getFixedT(language, 'chats')
  return {
    'chat-made': ({ by, names, number }) => {
      if (!by) return t('system.chat-made_short')
      return number
        ? t('system.chat-made_several', { by, names, number })
        : t('system.chat-made', { by, names })
    },
    'chat-joined': ({ by, names, number }) => {
      if (!by) return t('system.chat-joined_short')
      return number
        ? t('system.chat-joined_several', { by, names, number })
        : t('system.chat-joined', { by, names })
    },
    'chat-left': ({ by }) => (by ? t('system.chat-left', { by }) : t('system.chat-left_short')),
    'chat-removed': ({ by, names }) =>
      by ? t('system.chat-removed', { by, names }) : t('system.chat-removed_short'),
    'chat-renamed': ({ by, name }) => {
      if (!by) return t('system.chat-renamed_short')
      return name ? t('system.chat-renamed', { by, name }) : t('system.chat-renamed_none', { by })
    },
  }
}) satisfies SystemLinesOf
