import { textIn } from '../../../protocol/companyTexts.ts'
import type { SeenNavItem, WidgetSettings } from '../../../protocol/wire/index.ts'
import { useSpeech } from '../context.ts'
import { safeSite } from '../links.ts'
import { Icon } from './Icon.tsx'

export interface NavMenuProps {
  readonly settings: WidgetSettings
  readonly onChoose: (item: SeenNavItem) => void
}

/** What a customer can help themselves to: groups that open and close, entries, who the company is (R-18-039). */
export const NavMenu = ({ settings, onChoose }: NavMenuProps) => {
  const { words, language } = useSpeech()
  const { menu, ownLanguage } = settings
  if (!menu) return null
  const firstGroup = menu.entries.find((entry) => 'items' in entry)
  return (
    <nav class={`nav nav-${menu.layout}`} aria-label={words.menu.name}>
      {menu.entries.map((entry) =>
        'items' in entry ? (
          <details
            key={entry.id}
            open={menu.opened === 'all' || (menu.opened === 'first' && entry === firstGroup)}
          >
            <summary>
              {textIn(entry.title, language, ownLanguage)}
              <Icon name="down" />
            </summary>
            <ul>
              {entry.items.map((item) => (
                <li key={item.id}>
                  <NavEntry item={item} settings={settings} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </details>
        ) : (
          <NavEntry key={entry.id} item={entry} settings={settings} onChoose={onChoose} />
        ),
      )}
      {menu.showsContact && <Contact settings={settings} />}
    </nav>
  )
}

/** An entry that does something: opens a page, or tells the server. */
export const NavEntry = ({ item, settings, onChoose }: NavMenuProps & { readonly item: SeenNavItem }) => {
  const { language } = useSpeech()
  const title = textIn(item.title, language, settings.ownLanguage)
  const href = item.kind === 'page' ? safeSite(item.url ?? '') : null
  const choose = (): void => {
    onChoose(item)
  }
  return href ? (
    <a class="nav-entry" href={href} target="_blank" rel="noopener noreferrer" onClick={choose}>
      {title}
    </a>
  ) : (
    <button type="button" class="nav-entry" onClick={choose}>
      {title}
    </button>
  )
}

const Contact = ({ settings: { profile } }: Pick<NavMenuProps, 'settings'>) => {
  const { words } = useSpeech()
  const site = safeSite(profile?.site ?? '')
  if (!profile?.address && !site) return null
  return (
    <p class="nav-contact">
      {profile?.address && <span>{words.addressIs(profile.address)}</span>}
      {site && (
        <a href={site} target="_blank" rel="noopener noreferrer">
          {new URL(site).host}
        </a>
      )}
    </p>
  )
}
