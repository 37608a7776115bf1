/** What the tour shows, in its order; one that is not on the screen is passed over. */
export const STEPS = [
  { key: 'list', target: '[data-area="list"]', side: 'below' },
  { key: 'reception', target: '.fy-top-right', side: 'below' },
  { key: 'status', target: '[data-area="status"]', side: 'above' },
  { key: 'search', target: '.fy-top [role="search"], .fy-top input', side: 'below' },
  { key: 'settings', target: '.fy-top-right > :last-child', side: 'below' },
] as const

export type TourStep = (typeof STEPS)[number]

/** The steps whose targets are there now. */
export const stepsIn = (page: ParentNode): readonly TourStep[] =>
  STEPS.filter(({ target }) => page.querySelector(target) !== null)
