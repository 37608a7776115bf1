import * as z from 'zod'

import { SiteKeys, Version } from '../model/index.ts'
import { command } from './command.ts'

/** Shows the keys with which the company's own server signs who its visitors are; made when they are first asked for. */
export const showSiteKeys = command('site-keys.show', {
  by: 'agent',
  permission: 'reception.widgets',
  sensitive: true,
  args: z.strictObject({}),
  result: z.object({ keys: SiteKeys }),
  codes: [],
})

/**
 * Sets the public key, or makes another secret. What was signed with the secret before is taken for another day, unless
 * `endFormer` says that it is worth nothing from now on.
 */
export const changeSiteKeys = command('site-keys.change', {
  by: 'agent',
  permission: 'reception.widgets',
  sensitive: true,
  args: z.strictObject({
    publicKey: z.string().trim().max(4096),
    newSecret: z.boolean(),
    endFormer: z.boolean().default(false),
    version: Version,
  }),
  /** Not the secret: what a command answers is kept. */
  result: z.object({}),
  codes: ['conflict', 'key-unusable'],
})
