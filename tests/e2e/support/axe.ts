import type { Page } from '@playwright/test'

import { violationsIn, WCAG_AA, type Inspection } from '../../support/accessible.ts'

/** Violations of WCAG 2 AA in few words: which rule, and where. */
export const violations = async (page: Page, inspection: Inspection = {}): Promise<readonly string[]> =>
  violationsIn(page, { tags: WCAG_AA, ...inspection })
