import { INVITATION_WORDS } from '../../../../protocol/invitationWords.ts'
import type { InvitationLook, InvitationLooks } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { useLanguage } from '../../../ui/index.ts'
import { textOnColor } from '../widgets/colors.ts'

/** The invitation as visitors see it, on a computer and on a phone. */
export const InvitationPreview = ({ looks }: { readonly looks: InvitationLooks }) => {
  const { t } = useTranslation('accountCenter')
  return (
    <section className="fy-invitation-preview" aria-label={t('invitations.preview')}>
      <p className="fy-secondary">{t('invitations.preview')}</p>
      {(['desktop', 'mobile'] as const).map((screen) => (
        <figure key={screen} data-screen={screen}>
          <div className="fy-invitation-page" aria-hidden="true">
            <i />
            <i />
            <i />
            <Popup look={looks[screen]} />
          </div>
          <figcaption className="fy-secondary">{t(`invitations.screens.${screen}`)}</figcaption>
        </figure>
      ))}
    </section>
  )
}

const Popup = ({ look }: { readonly look: InvitationLook }) => {
  const words = INVITATION_WORDS[useLanguage()]
  const url = useQuery('file.url', { fileId: look.pictureFileId ?? '' })?.url
  const web = look.entries.includes('chat-web')
  const filled = { background: look.color, color: textOnColor(look.color) }
  return (
    <div className="fy-invitation-popup" data-style={look.style} style={{ borderColor: look.color }}>
      {look.pictureFileId && url ? <img src={url} alt="" /> : null}
      <b>{look.title || words.title}</b>
      <p>{look.text || words.text}</p>
      <div>
        {web ? <span style={filled}>{look.accept || words.accept}</span> : null}
        {look.entries.includes('chat-im') ? (
          <span style={web ? undefined : filled}>{look.acceptIm || words.acceptIm}</span>
        ) : null}
        <span>{look.decline || words.decline}</span>
      </div>
    </div>
  )
}
