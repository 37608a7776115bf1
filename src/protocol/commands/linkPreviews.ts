import * as z from 'zod'

import { Organization, Version } from '../model/index.ts'
import { command } from './command.ts'

/** Whether the server reads the pages that messages lead to (R-06-135); `version` is the organisation's. */
export const configureLinkPreviews = command('link-previews.configure', {
  by: 'agent',
  permission: 'admin',
  sensitive: true,
  args: z.strictObject({ on: z.boolean(), version: Version }),
  result: z.object({ organization: Organization }),
  codes: ['conflict'],
})
