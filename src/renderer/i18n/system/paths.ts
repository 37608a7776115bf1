import type { SystemLinesOf } from './line.ts'

/** What the customer was asked to agree to, what became of it, and who is friends with whom. */
export const pathLines = ((i18n, language) => {
  const t = i18n.getFixedT(language, 'paths')
  const tCommon = i18n.getFixedT(language, 'common')
  return {
    'offer-made': ({ from, name, about, agentId }) => {
      // The list knows no more than the code.
      if (!from) return t('system.offer-made')
      if (about === 'transfer') return t('system.offer-made_transfer', { from, name })
      if (about === 'invite') return t('system.offer-made_invite', { from })
      return t(agentId ? 'system.offer-made_friendOf' : 'system.offer-made_friend', { from })
    },
    'offer-answered': ({ outcome }) => {
      switch (outcome) {
        case 'accepted':
        case 'declined':
        case 'expired':
          return t(`system.offer-answered_${outcome}`)
        case undefined:
          return t('system.offer-made')
        default:
          return t('system.offer-answered_cancelled')
      }
    },
    'friends-now': ({ name }) => {
      if (name === undefined) return t('system.friends-now_short')
      return name ? t('system.friends-now_of', { name }) : t('system.friends-now')
    },
    'friends-no-more': () => t('system.friends-no-more'),
    'moved-here': ({ name }) =>
      name ? t('system.moved-here', { name }) : tCommon('system.session-transferred'),
  }
}) satisfies SystemLinesOf
