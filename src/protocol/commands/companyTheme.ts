import * as z from 'zod'

import { CompanyTheme } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Sets the company theme; `version` is the one its author saw: whoever saved first wins. A theme with a text that cannot be
 * read is refused with the worst pair: `theme` (light or dark), the two colours and their contrast.
 */
export const saveCompanyTheme = command('company-theme.save', {
  by: 'agent',
  permission: 'admin',
  sensitive: true,
  args: z.strictObject(CompanyTheme.shape),
  result: z.object({ companyTheme: CompanyTheme }),
  codes: ['conflict', 'contrast-too-low', 'file-missing'],
})
