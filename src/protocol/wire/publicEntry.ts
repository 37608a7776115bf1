import type { Widget, WidgetPlan, WidgetSpot, WidgetStyle } from '../model/index.ts'

/**
 * What everybody may read about an entry point, at `/widget/entry/ID`: types only, because the script on somebody's page
 * has no room for schemas.
 */
export type EntryAnswer =
  | { readonly state: 'active'; readonly entry: PublicEntry }
  /** Invalid or deleted; `others` may be offered instead (R-18-010). */
  | { readonly state: 'closed'; readonly company: string; readonly others: readonly OtherEntry[] }
  /** Not meant for the site that asked (R-18-076). */
  | { readonly state: 'foreign' }

/** Addresses are relative to the server. */
export interface PublicEntry {
  readonly company: string
  readonly title: string
  readonly text: string
  readonly language: Widget['language']
  readonly color: string
  readonly style: WidgetStyle
  readonly avatarUrl: string | null
  readonly web: PublicLook
  readonly h5: PublicLook
  readonly iconSize: number
  readonly floating: WidgetPlan['floating']
  readonly selectors: readonly string[]
  readonly zIndex: number
  readonly cookies: WidgetPlan['cookies']
  /** A click opens the chat as a layer of the page, or as a page of its own (R-02-034). */
  readonly opens: 'layer' | 'page'
  /** What is shown while the server is away; null: nothing. */
  readonly away: { readonly phone: string; readonly email: string } | null
}

export interface PublicLook {
  readonly spot: WidgetSpot
  readonly pictureUrl: string | null
}

export interface OtherEntry {
  readonly title: string
  readonly url: string
}
