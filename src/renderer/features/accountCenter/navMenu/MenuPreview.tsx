import { ChevronDown, List } from 'lucide-react'

import { textIn } from '../../../../protocol/companyTexts.ts'
import type { CompanyProfile, CompanyText, NavMenuPlan } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { useLanguage } from '../../../ui/index.ts'
import { useOwnLanguage } from '../texts/ownLanguage.ts'

export interface MenuPreviewProps {
  readonly plan: NavMenuPlan
  readonly profile: CompanyProfile | undefined
}

/** The beginning of a chat as customers see it; groups open and close, nothing is sent. */
export const MenuPreview = ({ plan, profile }: MenuPreviewProps) => {
  const { t } = useTranslation('texts')
  const language = useLanguage()
  const own = useOwnLanguage()
  const said = (text: CompanyText): string => textIn(text, language, own)
  const { on, layout, opened, entries, buttons, showsContact } = plan
  const firstGroup = entries.find((entry) => 'items' in entry)
  const contact = [profile?.address ?? '', profile?.site ?? ''].filter((text) => text !== '')
  return (
    <section className="fy-nav-preview" aria-label={t('menu.preview')}>
      <p className="fy-secondary">{t('menu.preview')}</p>
      <div className="fy-nav-chat">
        {said(plan.welcome) ? <p className="fy-nav-welcome">{said(plan.welcome)}</p> : null}
        {on ? (
          <div className="fy-nav-menu" data-layout={layout}>
            {entries.map((entry) =>
              'items' in entry ? (
                <details
                  // The way groups begin is shown anew whenever it is changed.
                  key={`${entry.id} ${opened}`}
                  open={opened === 'all' || (opened === 'first' && entry === firstGroup)}
                >
                  <summary>
                    {said(entry.title)}
                    <ChevronDown aria-hidden="true" />
                  </summary>
                  <div>
                    {entry.items.map((item) => (
                      <span key={item.id}>{said(item.title)}</span>
                    ))}
                  </div>
                </details>
              ) : (
                <span key={entry.id}>{said(entry.title)}</span>
              ),
            )}
            {showsContact && contact.length > 0 ? (
              <p className="fy-secondary">{contact.join(' · ')}</p>
            ) : null}
          </div>
        ) : null}
        {on && (entries.length > 0 || buttons.length > 0) ? (
          <div className="fy-nav-quick">
            {entries.length > 0 ? (
              <span>
                <List aria-hidden="true" />
                {t('menu.button')}
              </span>
            ) : null}
            {buttons.map((button) => (
              <span key={button.id}>{said(button.title)}</span>
            ))}
          </div>
        ) : null}
      </div>
    </section>
  )
}
