/** What forms and the server share about entry points; apart from the schemas, so that a browser need not load those. */
import type { CompanyProfile } from './organization.ts'
import type { WidgetPlan } from './widget.ts'

/** Corners and edges of the screen where an entry can stand. */
export const WIDGET_ANCHORS = [
  'bottom-right',
  'bottom-left',
  'top-right',
  'top-left',
  'right',
  'left',
  'bottom',
] as const

/** What stands below the field in which a customer writes; the company can leave out each (R-18-017). */
export const WIDGET_TOOLS = ['emoji', 'picture', 'file', 'voice', 'rating', 'end'] as const
export type WidgetTool = (typeof WIDGET_TOOLS)[number]

/** How long a browser remembers a visitor: until the page or until the tab is closed, or for a year (R-15-084). */
export const WIDGET_COOKIES = ['none', 'session', 'persistent'] as const

/** What an entry is like before anybody has chosen anything for it. */
export const WIDGET_DEFAULTS = {
  type: 'chat-web',
  place: 'web',
  text: '',
  welcome: '',
  language: null,
  face: 'agent',
  anonymous: true,
  tools: [...WIDGET_TOOLS],
  botId: null,
  routerId: null,
  listed: true,
  form: null,
  messageStyle: 'bubbles',
  showsReads: false,
  showsTyped: false,
  cookies: 'persistent',
  avatarFileId: null,
  color: '#3358e0',
  style: 'round',
  web: { spot: { anchor: 'bottom-right', x: 20, y: 20 }, pictureFileId: null },
  h5: { spot: { anchor: 'bottom-right', x: 16, y: 16 }, pictureFileId: null },
  iconSize: 56,
  floating: 'fixed',
  selectors: [],
  origins: [],
  zIndex: 2_147_483_000,
  away: 'hide',
} satisfies Partial<WidgetPlan>

/** What a company says of itself before it has said anything. */
export const NO_PROFILE: CompanyProfile = {
  introduction: '',
  address: '',
  phone: '',
  email: '',
  site: '',
  privacy: '',
}

/** Whether an address can be that of a privacy notice, which is never read over a line that others can change. */
export const isNotice = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, username, password } = new URL(address)
  return protocol === 'https:' && username + password === ''
}
