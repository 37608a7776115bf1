import {
  Bell,
  Check,
  Clock,
  Inbox,
  Lock,
  MessageSquare,
  Search,
  Send,
  Settings,
  Star,
  Trash2,
  User,
} from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { cssVariables, paletteOf, SKINS, type Paint } from '../../ui/index.ts'

const TYPE = [
  ['title', '16 / 24', 'fy-design-title'],
  ['message', '14 / 22', 'fy-design-message'],
  ['text', '13 / 20', ''],
  ['small', '12 / 18', 'fy-secondary'],
] as const
const STEPS = [4, 8, 12, 16, 24] as const
const ICONS = [Bell, Check, Clock, Inbox, Lock, MessageSquare, Search, Send, Settings, Star, Trash2, User]

/** What everything is made of: colours, skins, type, distances, icons. */
export const Foundations = ({ paint }: { readonly paint: Paint }) => {
  const { t } = useTranslation('design')
  const { t: settings } = useTranslation('settings')
  return (
    <>
      <section aria-label={t('colours')}>
        <h2>{t('colours')}</h2>
        {Object.entries(cssVariables(paletteOf(paint)))
          .filter(([, value]) => value.startsWith('#'))
          .map(([name, value]) => (
            <figure key={name} data-box>
              <span style={{ background: `var(${name})` }} />
              <figcaption>
                {name.replace('--fy-', '')} <span className="fy-secondary">{value}</span>
              </figcaption>
            </figure>
          ))}
      </section>
      <section aria-label={t('skins')}>
        <h2>{t('skins')}</h2>
        <div className="fy-design-bar" data-box>
          {t('bar')}
        </div>
        {(Object.keys(SKINS) as (keyof typeof SKINS)[]).map((name) => {
          const [from, to = from] = SKINS[name]
          return (
            <span
              key={name}
              className="fy-design-skin"
              data-box
              style={{ background: from === to ? from : `linear-gradient(90deg, ${from}, ${to})` }}
            >
              {settings(`options.skin.${name}`)}
            </span>
          )
        })}
      </section>
      <section aria-label={t('type')}>
        <h2>{t('type')}</h2>
        {TYPE.map(([name, size, look]) => (
          <p key={name} className={look} data-box>
            {`${t('specimen')} · ${size}`}
          </p>
        ))}
      </section>
      <section aria-label={t('distances')}>
        <h2>{t('distances')}</h2>
        {STEPS.map((step) => (
          <span key={step} className="fy-design-step" data-step={step}>
            <span /> {step}
          </span>
        ))}
      </section>
      <section aria-label={t('icons')}>
        <h2>{t('icons')}</h2>
        {ICONS.map((Icon, index) => (
          <Icon key={index} aria-hidden="true" />
        ))}
      </section>
    </>
  )
}
