import type { HttpRefusal, SetupDone, SetupRequest } from '../../../protocol/wire/index.ts'

export type SetupOutcome =
  | { readonly ok: true; readonly done: SetupDone }
  | { readonly ok: false; readonly code: HttpRefusal['code'] | 'unreachable' }

/** Asks a new server to make its first organisation; works once, with the token it printed. */
export const requestSetup = async (origin: string, request: SetupRequest): Promise<SetupOutcome> => {
  try {
    const response = await fetch(new URL('/api/setup', origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    const answer: unknown = await response.json()
    if (response.ok && isSetupDone(answer)) return { ok: true, done: answer }
    return { ok: false, code: codeOf(answer) }
  } catch {
    return { ok: false, code: 'unreachable' }
  }
}

const isSetupDone = (answer: unknown): answer is SetupDone =>
  typeof answer === 'object' &&
  answer !== null &&
  'snippet' in answer &&
  typeof answer.snippet === 'string' &&
  'organizationName' in answer

const codeOf = (answer: unknown): HttpRefusal['code'] =>
  typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string'
    ? (answer.code as HttpRefusal['code'])
    : 'internal'
