import { html, type Html } from '../../base/html.ts'
import type { CompanyProfile } from '../../protocol/model/index.ts'
import type { OtherEntry } from '../../protocol/wire/index.ts'
import type { PageWords } from './words.ts'

/** Everything official, so that a suspicious contact can be checked (R-18-087). */
export const contactBody = (
  entries: readonly OtherEntry[],
  profile: CompanyProfile | null,
  words: PageWords,
): Html => html`
  <p>${words.contactAbout}</p>
  <h2>${words.entries}</h2>
  ${entries.length > 0 ? entryList(entries, words) : html`<p class="note">${words.noEntries}</p>`}
  <h2>${words.numbers}</h2>
  ${numbersOf(profile, words)}
`

/** What is left of an entry that was closed: the company's other ones (R-18-010). */
export const closedBody = (entries: readonly OtherEntry[], contact: string, words: PageWords): Html => html`
  <p>${entries.length > 0 ? words.closedHint : words.closedNoOthers}</p>
  ${entries.length > 0 && entryList(entries, words)}
  <p><a href="${contact}">${words.toContact}</a></p>
`

const entryList = (entries: readonly OtherEntry[], words: PageWords): Html =>
  html`<ul>
    ${entries.map(({ title, url }) => html`<li><a href="${url}">${title || words.chat}</a></li>`)}
  </ul>`

const numbersOf = (profile: CompanyProfile | null, words: PageWords): Html => {
  const { phone = '', email = '', site = '', address = '' } = profile ?? {}
  const facts = [
    phone !== '' && fact(words.phone, html`<a href="tel:${phone.replace(/[^\d+]/gu, '')}">${phone}</a>`),
    email !== '' && fact(words.email, html`<a href="mailto:${email}">${email}</a>`),
    site !== '' && fact(words.site, siteLink(site)),
    address !== '' && fact(words.address, html`${address}`),
  ].filter((one) => one !== false)
  return facts.length > 0 ? html`<dl>${facts}</dl>` : html`<p class="note">${words.noNumbers}</p>`
}

const fact = (name: string, value: Html): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`

/** Only what leads to a page is a link: a company may have written anything. */
const siteLink = (site: string): Html => {
  const address = /^https?:\/\//iu.test(site) ? site : `https://${site}`
  return URL.canParse(address)
    ? html`<a href="${address}" rel="noopener noreferrer">${site}</a>`
    : html`${site}`
}
