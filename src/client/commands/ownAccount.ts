import * as z from 'zod'

import { ok, refuse, type Result } from '../../base/result.ts'
import type { DeviceId } from '../../protocol/model/index.ts'
import { HttpRefusal, OwnDevices, type OwnDevice, type PasswordChange } from '../../protocol/wire/index.ts'
import type { OwnAccountCode } from '../api.ts'
import type { Http } from '../ports/index.ts'
import type { Account } from '../store/accounts.ts'

type Answer<T> = Promise<Result<T, OwnAccountCode>>

/** What the agent does about their own sign-ins; asked over HTTP, with the token of this device. */
export interface OwnAccount {
  devices(): Answer<{ devices: readonly OwnDevice[] }>
  /** Null: all but this one. */
  signOut(deviceId: DeviceId | null): Answer<Record<string, never>>
  changePassword(change: PasswordChange): Answer<Record<string, never>>
}

export const createOwnAccount = (
  http: Http,
  account: () => Pick<Account, 'server' | 'token'>,
): OwnAccount => {
  const ask = async <Schema extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    schema: Schema,
  ): Answer<z.infer<Schema>> => {
    const { server, token } = account()
    const answer = await http({
      method,
      url: `${server}${path}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch(() => null)
    if (!answer) return refuse('unreachable')
    const said = schema.safeParse(jsonIn(answer.text))
    if (answer.status < 300 && said.success) return ok(said.data)
    return refusalIn(answer.text)
  }
  return {
    devices: () => ask('GET', '/api/devices', undefined, OwnDevices),
    signOut: (deviceId) => ask('POST', '/api/devices/sign-out', { deviceId }, NOTHING),
    changePassword: (change) => ask('POST', '/api/password', change, NOTHING),
  }
}

const NOTHING = z.object({}).transform((): Record<string, never> => ({}))

const refusalIn = (text: string): Result<never, OwnAccountCode> => {
  const refusal = HttpRefusal.safeParse(jsonIn(text))
  if (!refusal.success) return refuse('unreachable')
  const { code, retryAfterMs } = refusal.data
  switch (code) {
    case 'wrong-credentials':
      return refuse('wrong-credentials')
    case 'too-many-tries':
      return refuse('too-many-tries', { retryAfterMs: retryAfterMs ?? null })
    case 'unavailable':
      return refuse('unreachable')
    default:
      return refuse('internal')
  }
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
