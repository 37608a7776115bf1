import { ok, refuse, type Result } from '../../base/result.ts'
import { ServerAbout } from '../../protocol/wire/index.ts'
import type { ServerFound, ServerTestCode } from '../api.ts'
import { reasonOf, type ClientPorts } from '../ports/index.ts'
import { isPrivate, serverAddress } from './serverAddress.ts'

type Ports = Pick<ClientPorts, 'http' | 'device' | 'clock'>

/** Whoever tests an address waits for it; a server that needs longer would not be one to work with. */
const PATIENCE_MS = 15_000

/** Looks what is at an address, without signing in. */
export const testServer = async (
  { http, device, clock }: Ports,
  given: string,
): Promise<Result<ServerFound, ServerTestCode>> => {
  const address = serverAddress(given)
  if (address === null) return refuse('no-address')
  if (device.kind === 'desktop' && !isPrivate(address)) return refuse('insecure')
  const patience = new AbortController()
  const stopWaiting = clock.after(PATIENCE_MS, () => patience.abort())
  try {
    const { status, text } = await http({
      method: 'GET',
      url: `${address}/api/about`,
      signal: patience.signal,
    })
    const about = ServerAbout.safeParse(parsed(text))
    if (status !== 200 || !about.success) return refuse('not-foyer')
    const { version, organization } = about.data
    return ok({
      address,
      version,
      organizationName: organization,
      isEncrypted: address.toLowerCase().startsWith('https:'),
    })
  } catch (error) {
    return refuse(patience.signal.aborted ? 'no-answer' : reasonOf(error))
  } finally {
    stopWaiting()
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
