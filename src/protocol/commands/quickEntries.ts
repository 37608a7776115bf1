import * as z from 'zod'

import { QuickEntries, Version } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Sets the quick entries of the right menu; `version` is the one its author saw: whoever saved first wins. The secret that
 * signs what pages are told is made with the first of them, and made anew with `renewSecret`.
 */
export const saveQuickEntries = command('quick-entries.save', {
  by: 'agent',
  permission: 'admin',
  sensitive: true,
  args: z.strictObject({
    entries: QuickEntries.shape.entries,
    version: Version,
    renewSecret: z.boolean(),
  }),
  result: z.object({ quickEntries: QuickEntries }),
  codes: ['conflict'],
})
