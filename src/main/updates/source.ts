/** Where this build looks for new versions, and whose signature they need. Whoever publishes it writes `source.json`. */
import * as z from 'zod'

import published from './source.json' with { type: 'json' }

const UpdateSource = z.object({
  /** A folder with the manifest and the files it names. */
  feed: z.url({ protocol: /^https$/u, normalize: false }),
  /** The publisher's ed25519 key, as SPKI in base64. */
  key: z.base64().min(1),
})
export type UpdateSource = z.infer<typeof UpdateSource>

/** Null: nobody has said where. In a checkout, but never in an installed program, the environment may say it. */
export const updateSource = (isPackaged: boolean, env: NodeJS.ProcessEnv): UpdateSource | null => {
  const { FOYER_UPDATE_FEED: feed, FOYER_UPDATE_KEY: key } = env
  if (!isPackaged && feed !== undefined && key !== undefined) return { feed, key }
  return UpdateSource.safeParse(published).data ?? null
}
