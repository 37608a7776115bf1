import * as z from 'zod'

import { CustomRouter, RouterId, RouterPlan, Version } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Makes a router, or changes one; `version` is the one its author saw, null for a new one, whose id the author makes. The
 * secret that signs what it is asked is told once: when it is made, or made anew with `renewSecret`.
 */
export const saveRouter = command('router.save', {
  by: 'agent',
  permission: 'api.manage',
  sensitive: true,
  args: z.strictObject({
    ...RouterPlan.shape,
    id: RouterId,
    version: Version.nullable(),
    renewSecret: z.boolean(),
  }),
  result: z.object({ router: CustomRouter, secret: z.string().nullable() }),
  codes: ['conflict', 'router-name-taken', 'too-many-routers'],
})

/** Deletes a router no entry names; those that do are counted in the refusal. */
export const removeRouter = command('router.remove', {
  by: 'agent',
  permission: 'api.manage',
  sensitive: true,
  args: z.strictObject({ id: RouterId, version: Version }),
  result: z.object({}),
  codes: ['conflict', 'router-in-use'],
})
