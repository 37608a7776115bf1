import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** WCAG 2.2 AA and what it is built on. */
export const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export interface Inspection {
  /** Rules with one of these tags; without, all there are. */
  readonly tags?: readonly string[]
  /** Looks into frames of other origins too, which takes a page of its own and a fifth more. */
  readonly foreignFrames?: boolean
}

/** What in a page not everybody can use, in few words: which rule, and where. */
export const violationsIn = async (
  page: Page,
  { tags, foreignFrames = false }: Inspection = {},
): Promise<readonly string[]> => {
  const isThere = !foreignFrames && (await hasAxe(page))
  const axe = new AxeBuilder(isThere ? { page, axeSource: NOTHING } : { page })
  // What is in order need not be described.
  axe.options({ resultTypes: ['violations'] })
  if (tags) axe.withTags([...tags])
  const { violations } = await axe.setLegacyMode(!foreignFrames).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`),
  )
}

const NOTHING = ';'

/** Whether axe is in all documents already; to bring it again takes as long as many a check. */
const hasAxe = async (page: Page): Promise<boolean> => {
  const answers = await Promise.all(
    page.frames().map(async (frame) => frame.evaluate('"axe" in window').catch(() => false)),
  )
  return answers.every((answer) => answer === true)
}
