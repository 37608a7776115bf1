/**
 * What an administrator set for everybody who uses this computer: the server, and the proxy.
 *
 * It lies where only administrators write, so that it counts more than what a person chose.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as z from 'zod'

import { ProxyChoiceSchema } from './proxyChoice.ts'

const Managed = z.object({
  server: z.string().max(500).nullable().default(null).catch(null),
  proxy: ProxyChoiceSchema.extend({
    address: ProxyChoiceSchema.shape.address.default(''),
    except: ProxyChoiceSchema.shape.except.default(''),
  })
    .nullable()
    .default(null)
    .catch(null),
})
export type Managed = z.infer<typeof Managed>

/** Where it lies on each system; the first is told in `docs`. */
export const managedFile = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string => {
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Foyer', 'managed.json')
  if (platform === 'darwin') return '/Library/Application Support/Foyer/managed.json'
  return '/etc/foyer/managed.json'
}

/** A file that is missing or broken sets nothing. */
export const readManaged = (file: string): Managed => {
  try {
    return Managed.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { server: null, proxy: null }
  }
}
