import type { ComponentChildren } from 'preact'

import type { WidgetSettings } from '../../../protocol/wire/index.ts'
import { useSpeech } from '../context.ts'
import { safeSite } from '../links.ts'
import { Face } from './Header.tsx'

/** Who the company is, beside the conversation on a wide screen (R-18-012). */
export const CompanyPanel = ({ settings }: { readonly settings: WidgetSettings }) => {
  const { words } = useSpeech()
  const { company, avatarUrl, profile } = settings
  if (!profile) return null
  const { introduction, address, phone, email } = profile
  const site = safeSite(profile.site)
  return (
    <aside class="company-panel" aria-label={words.aboutCompany}>
      <Face name={company} url={avatarUrl} />
      <h2>{company}</h2>
      {introduction && <p>{introduction}</p>}
      <dl>
        {address && <Fact name={words.address}>{address}</Fact>}
        {phone && (
          <Fact name={words.phone}>
            <a href={`tel:${phone}`}>{phone}</a>
          </Fact>
        )}
        {email && (
          <Fact name={words.email}>
            <a href={`mailto:${email}`}>{email}</a>
          </Fact>
        )}
        {site && (
          <Fact name={words.site}>
            <a href={site} target="_blank" rel="noopener noreferrer">
              {new URL(site).host}
            </a>
          </Fact>
        )}
      </dl>
    </aside>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
