import { ok, refuse, type Result } from '../../base/result.ts'
import { UPLOAD_PART_BYTES } from '../../protocol/model/limits.ts'
import { PartsReceived } from '../../protocol/wire/index.ts'

/** Asks the server something about one upload; refused: it did not do it, or did not answer. */
export type AskAboutParts = (
  method: 'GET' | 'POST',
  path: string,
  body?: { readonly bytes: Blob; readonly onProgress: (share: number) => void },
) => Promise<Result<unknown>>

/**
 * Brings the parts of a file to the server that are not there yet (R-06-042).
 *
 * The server says how far it has it, so it does not matter what broke off, or which of the two was restarted. The
 * answer is what proves that the whole is what was sent: the hash of the hashes of all parts.
 */
export const sendParts = async (
  ask: AskAboutParts,
  bytes: Blob,
  onProgress: (share: number) => void,
): Promise<Result<string>> => {
  const known = received(await ask('GET', ''))
  if (!known.ok) return known
  let there = known.value
  const digests: string[] = []
  for (let offset = 0; offset < bytes.size; offset += UPLOAD_PART_BYTES) {
    const part = bytes.slice(offset, offset + UPLOAD_PART_BYTES)
    const sha256 = await sha256Of(await part.arrayBuffer())
    digests.push(sha256)
    if (offset + part.size <= there) continue
    onProgress(offset / bytes.size)
    const answer = received(
      await ask('POST', `?offset=${offset}&sha256=${sha256}`, {
        bytes: part,
        onProgress: (share) => onProgress((offset + share * part.size) / bytes.size),
      }),
    )
    if (!answer.ok) return answer
    there = answer.value
    // It has less than it said, or part of a part: what is tried next finds out where to begin.
    if (there < offset + part.size) return refuse('unavailable')
  }
  return ok(await sha256Of(new TextEncoder().encode(digests.join(''))))
}

const received = (answer: Result<unknown>): Result<number> => {
  if (!answer.ok) return answer
  const parsed = PartsReceived.safeParse(answer.value)
  return parsed.success ? ok(parsed.data.received) : refuse('internal')
}

const sha256Of = async (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
