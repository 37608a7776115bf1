import type {
  ImAddressRequest,
  ImCodeRequest,
  ImSignedIn,
  ImSignInRequest,
} from '../../protocol/wire/index.ts'

/** What became of a call; `code` is one of the server's, or `network`. */
export type CallAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly retryAfterMs: number }

export const askCode = async (request: ImCodeRequest): Promise<CallAnswer<object>> => call('code', request)

export const signIn = async (request: ImSignInRequest): Promise<CallAnswer<ImSignedIn>> =>
  call<ImSignedIn>('sign-in', request)

export const addAddress = async (request: ImAddressRequest): Promise<CallAnswer<object>> =>
  call('add-address', request)

/** Nobody waits for it: this device has forgotten the token already. */
export const signOut = (token: string): void => {
  void call('sign-out', { token })
}

const call = async <T extends object>(name: string, body: object): Promise<CallAnswer<T>> => {
  try {
    const response = await fetch(`/api/im/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as T & { readonly code?: string; readonly retryAfterMs?: number }
    if (response.ok) return { ok: true, value: answer }
    return { ok: false, code: answer.code ?? 'other', retryAfterMs: answer.retryAfterMs ?? 0 }
  } catch {
    return { ok: false, code: 'network', retryAfterMs: 0 }
  }
}
