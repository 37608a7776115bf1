import { parseJson } from '../../base/parseJson.ts'
import { ok, refuse, type Refusal, type Result } from '../../base/result.ts'
import type { AgentId, DeviceId, OrganizationId } from '../../protocol/model/index.ts'
import { HttpRefusal, SignedIn, type SignInRequest, type TicketRequest } from '../../protocol/wire/index.ts'
import type { ActionArgs, SignInCode } from '../api.ts'
import { reasonOf, type ClientPorts } from '../ports/index.ts'
import type { Account } from '../store/accounts.ts'
import { isPrivate, serverAddress } from './serverAddress.ts'

export type FreshAccount = Account & { readonly token: string }

/** Asks the server who this is. The password is not kept. */
export interface SignIn {
  withPassword(
    args: ActionArgs<'account.sign-in'>,
    deviceId: DeviceId,
  ): Promise<Result<FreshAccount, SignInCode>>
  withTicket(
    args: ActionArgs<'account.sign-in-with-ticket'>,
    deviceId: DeviceId,
  ): Promise<Result<FreshAccount, SignInCode>>
  /** Withdraws the token; whether the server hears it changes nothing here. */
  signOut(account: Account): void
}

export const createSignIn = ({ http, device }: Pick<ClientPorts, 'http' | 'device'>): SignIn => {
  const describe = (id: DeviceId): SignInRequest['device'] => ({ id, kind: device.kind, name: device.name })

  const post = async (
    given: string,
    path: string,
    body: SignInRequest | TicketRequest,
  ): Promise<Result<FreshAccount, SignInCode>> => {
    const server = serverAddress(given)
    if (server === null) return refuse('unreachable')
    // A browser works with the page's own server, however that came.
    if (device.kind === 'desktop' && !isPrivate(server)) return refuse('insecure')
    const answer = await http({
      method: 'POST',
      url: `${server}${path}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(reasonOf)
    if (typeof answer === 'string') return refuse(answer)
    const value = parseJson(answer.text)
    const signedIn = SignedIn.safeParse(value)
    if (answer.status >= 300 || !signedIn.success) return refusalOf(value)
    const { agentId, organizationId, ...rest } = signedIn.data
    return ok({
      ...rest,
      agentId: agentId as AgentId,
      organizationId: organizationId as OrganizationId,
      server,
      cause: null,
    })
  }

  return {
    withPassword: ({ server, account, password }, deviceId) =>
      post(server, '/api/sign-in', { account, password, device: describe(deviceId) }),
    withTicket: ({ server, ticket }, deviceId) =>
      post(server, '/api/sign-in/ticket', { ticket, device: describe(deviceId) }),
    signOut: ({ server, token }) => {
      if (token === null) return
      const headers = { authorization: `Bearer ${token}` }
      http({ method: 'POST', url: `${server}/api/sign-out`, headers }).catch(() => undefined)
    },
  }
}

const refusalOf = (value: unknown): Refusal<SignInCode> => {
  const refusal = HttpRefusal.safeParse(value)
  if (!refusal.success) return refuse('unreachable')
  const { code, retryAfterMs } = refusal.data
  switch (code) {
    case 'wrong-credentials':
    case 'disabled':
    case 'forbidden':
    case 'ticket-used':
      return refuse(code)
    case 'too-many-tries':
      return refuse(code, { retryAfterMs: retryAfterMs ?? null })
    case 'unavailable':
      return refuse('unreachable')
    default:
      return refuse('internal')
  }
}
