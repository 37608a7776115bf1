/** What customers and their browsers may know of an entry point. */
import { isEmptyText } from '../../protocol/companyTexts.ts'
import type { FileId, NavMenuPlan, Widget, WidgetId } from '../../protocol/model/index.ts'
import { SIGN_IN_WAYS } from '../../protocol/signInContact.ts'
import type { OtherEntry, PublicEntry, PublicLook, WidgetSettings } from '../../protocol/wire/index.ts'
import type { StoredWidget } from '../db/widgets.ts'
import type { Gateway } from '../gateways/gateway.ts'
import { menuSeen } from './menuView.ts'

/** How customers can sign in to an account on this server. */
export type SignInOffer = Omit<NonNullable<WidgetSettings['signIn']>, 'anonymous'>

/** `local`: what is sent stays on this machine, and a page shows it. */
export const signInOfferOf = ({ kinds }: Gateway, local: boolean): SignInOffer => ({
  ways: SIGN_IN_WAYS.filter((way) => kinds.includes(way === 'email' ? 'email' : 'sms')),
  outboxUrl: local ? OUTBOX_PATH : null,
})

/** For the chat window. The entry's own welcome comes before the company's. */
export const settingsSeen = (
  { widget, company, language, profile }: StoredWidget,
  {
    menu,
    asksRatings,
    signIn,
  }: {
    readonly menu: NavMenuPlan | null
    readonly asksRatings: boolean
    readonly signIn: SignInOffer
  },
): WidgetSettings => ({
  company,
  color: widget.color,
  title: widget.title,
  welcome: isEmptyText(widget.welcome) ? (menu?.welcome ?? '') : widget.welcome,
  language: widget.language,
  ownLanguage: language,
  menu: menuSeen(menu),
  face: widget.face,
  tools: widget.tools.filter((tool) => tool !== 'rating' || asksRatings),
  form: widget.form,
  messageStyle: widget.messageStyle,
  showsTyped: widget.showsTyped,
  cookies: widget.cookies,
  avatarUrl: pictureUrl(widget.id, widget.avatarFileId),
  profile,
  ...(widget.type === 'chat-im' && { signIn: { ...signIn, anonymous: widget.anonymous } }),
})

/** The page that shows what the demonstration would have sent. */
export const OUTBOX_PATH = '/outbox'

/** For the script on somebody's page. */
export const entrySeen = ({ widget, company, profile }: StoredWidget): PublicEntry => ({
  company,
  title: widget.title,
  text: widget.text,
  language: widget.language,
  color: widget.color,
  style: widget.style,
  avatarUrl: pictureUrl(widget.id, widget.avatarFileId),
  // What was made for phones stands at the same spot wherever it is opened.
  web: lookSeen(widget, widget.place === 'h5' ? 'h5' : 'web'),
  h5: lookSeen(widget, 'h5'),
  iconSize: widget.iconSize,
  floating: widget.floating,
  selectors: widget.selectors,
  zIndex: widget.zIndex,
  cookies: widget.cookies,
  opens: widget.place === 'link' ? 'page' : 'layer',
  away:
    widget.away === 'contact' && profile && (profile.phone !== '' || profile.email !== '')
      ? { phone: profile.phone, email: profile.email }
      : null,
})

/** Entries that can be opened without a page of the company: its links, as far as it names them to everybody. */
export const listedEntries = (widgets: readonly Widget[]): OtherEntry[] =>
  widgets
    .filter(({ place, listed }) => place === 'link' && listed)
    .slice(0, MOST_LISTED)
    .map(({ id, title }) => ({ title, url: `/chat/${id}` }))

const MOST_LISTED = 20

const lookSeen = (widget: Widget, side: 'web' | 'h5'): PublicLook => ({
  spot: widget[side].spot,
  pictureUrl: pictureUrl(widget.id, widget[side].pictureFileId ?? widget.web.pictureFileId),
})

/** Where everybody finds a picture that an entry or an invitation shows. */
export const pictureUrl = (id: WidgetId, fileId: FileId | null): string | null =>
  fileId && `/widget/picture/${id}/${fileId}`
