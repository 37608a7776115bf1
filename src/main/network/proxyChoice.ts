/** Which proxy the program uses: what a person or an administrator chose, as Electron wants to hear it. */
import type { ProxyConfig } from 'electron'
import * as z from 'zod'

import type { ProxyChoice } from '../../preload/contract.ts'

export const ProxyChoiceSchema = z.strictObject({
  mode: z.enum(['system', 'none', 'manual', 'script']),
  address: z.string().max(500),
  except: z.string().max(1_000),
}) satisfies z.ZodType<ProxyChoice>

export const SYSTEM_PROXY: ProxyChoice = { mode: 'system', address: '', except: '' }

/** Undefined: the address is none. */
export const proxyConfigOf = ({ mode, address, except }: ProxyChoice): ProxyConfig | undefined => {
  if (mode === 'system') return { mode: 'system' }
  if (mode === 'none') return { mode: 'direct' }
  const url = URL.parse(withScheme(address.trim(), mode === 'manual' ? 'http' : 'https'))
  // Who signs in to a proxy is asked when it wants to know; a password does not belong into a file of settings.
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return undefined
  if (mode === 'script')
    return WEB.has(url.protocol) ? { mode: 'pac_script', pacScript: url.href } : undefined
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  if (!WEB.has(url.protocol) || !/^[\w.,:*/\s[\]<>-]*$/u.test(except)) return undefined
  return {
    mode: 'fixed_servers',
    proxyRules: `${url.protocol}//${url.hostname}:${port}`,
    proxyBypassRules: except
      .split(/[\s,]+/u)
      .filter((rule) => rule !== '')
      .join(','),
  }
}

const WEB: ReadonlySet<string> = new Set(['http:', 'https:'])

const withScheme = (address: string, usual: string): string =>
  /^[a-z][\w+.-]*:\/\//iu.test(address) ? address : `${usual}://${address}`
