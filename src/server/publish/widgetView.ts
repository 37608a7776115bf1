/** What customers and their browsers may know of an entry point. */
import { isEmptyText } from '../../protocol/companyTexts.ts'
import type { FileId, NavMenuPlan, Widget, WidgetId } from '../../protocol/model/index.ts'
import type { OtherEntry, PublicEntry, PublicLook, WidgetSettings } from '../../protocol/wire/index.ts'
import type { StoredWidget } from '../db/widgets.ts'
import { menuSeen } from './menuView.ts'

/** For the chat window. The entry's own welcome comes before the company's. */
export const settingsSeen = (
  { widget, company, language, profile }: StoredWidget,
  menu: NavMenuPlan | null,
  asksRatings: boolean,
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
  avatarUrl: pictureUrl(widget.id, widget.avatarFileId),
  profile,
})

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
  opens: widget.place === 'link' ? 'page' : 'layer',
  away:
    widget.away === 'contact' && profile && (profile.phone !== '' || profile.email !== '')
      ? { phone: profile.phone, email: profile.email }
      : null,
})

/** Entries that can be opened without a page of the company: its links. */
export const othersSeen = (widgets: readonly Widget[]): OtherEntry[] =>
  widgets
    .filter(({ place }) => place === 'link')
    .slice(0, 5)
    .map(({ id, title }) => ({ title, url: `/chat/${id}` }))

const lookSeen = (widget: Widget, side: 'web' | 'h5'): PublicLook => ({
  spot: widget[side].spot,
  pictureUrl: pictureUrl(widget.id, widget[side].pictureFileId ?? widget.web.pictureFileId),
})

const pictureUrl = (id: WidgetId, fileId: FileId | null): string | null =>
  fileId && `/widget/picture/${id}/${fileId}`
