import { parseJson } from '../../base/parseJson.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { StoredFile, WrittenBody } from '../../protocol/model/index.ts'
import { UPLOAD_PART_BYTES } from '../../protocol/model/limits.ts'
import { FileUploaded, HttpRefusal } from '../../protocol/wire/index.ts'
import type { Http } from '../ports/index.ts'
import type { OutboxEntry } from '../store/outbox.ts'
import { sendParts } from './uploadParts.ts'

/** At most this many at once (R-17-025). */
const AT_ONCE = 3

export interface Upload {
  /** Under the same one it goes on where it broke off. */
  readonly id: string
  readonly name: string
  readonly kind: 'image' | 'file' | 'theme'
  readonly bytes: Blob
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** Brings files to the server, few at once; `unreachable` when there was no answer. */
export const createUploads = (
  http: Http,
  server: string,
  token: string,
): ((upload: Upload) => Promise<Result<StoredFile>>) => {
  let running = 0
  const queue: (() => void)[] = []

  const turn = async (): Promise<void> => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
    running += 1
  }
  return async (upload) => {
    await turn()
    try {
      return upload.signal.aborted ? refuse('unreachable') : await send(upload, askerOf(http, server, token))
    } finally {
      running -= 1
      queue.shift()?.()
    }
  }
}

type Ask = (method: 'GET' | 'POST', path: string, body?: AskedBody) => Promise<Result<unknown>>
type AskedBody = Pick<Upload, 'bytes' | 'onProgress'>

const askerOf =
  (http: Http, server: string, token: string) =>
  (signal: AbortSignal): Ask =>
  async (method, path, body) => {
    if (signal.aborted) return refuse('unreachable')
    const answer = await http({
      method,
      url: `${server}/api/files${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/octet-stream' }),
      },
      ...(body && { body: body.bytes, onProgress: body.onProgress }),
      signal,
    }).catch(() => null)
    if (!answer) return refuse('unreachable')
    const said = parseJson(answer.text)
    if (answer.status < 300) return ok(said)
    const refusal = HttpRefusal.safeParse(said)
    return refuse(refusal.success ? refusal.data.code : 'internal')
  }

const send = async (upload: Upload, askFor: (signal: AbortSignal) => Ask): Promise<Result<StoredFile>> => {
  const { id, name, kind, bytes, onProgress, signal } = upload
  const ask = askFor(signal)
  const called = `name=${encodeURIComponent(name)}&kind=${kind}`
  if (bytes.size <= UPLOAD_PART_BYTES) return storedOf(await ask('POST', `?${called}`, { bytes, onProgress }))
  const path = `/parts/${id}`
  const digest = await sendParts((method, more, body) => ask(method, path + more, body), bytes, onProgress)
  return digest.ok ? storedOf(await ask('POST', `${path}/done?${called}&digest=${digest.value}`)) : digest
}

const storedOf = (answer: Result<unknown>): Result<StoredFile> => {
  if (!answer.ok) return answer
  const uploaded = FileUploaded.safeParse(answer.value)
  return uploaded.success ? ok(uploaded.data.file) : refuse('internal')
}

/** A picture whose size nobody knows is sent as a file: its place could not be kept. */
export const bodyOf = (
  file: StoredFile,
  { kind, alt, seconds }: Pick<OutboxEntry, 'alt' | 'seconds'> & { readonly kind: 'image' | 'file' },
): WrittenBody => {
  const common = { fileId: file.id, name: file.name, mime: file.mime, bytes: file.bytes }
  const described = { ...common, ...(alt && { alt }) }
  if (kind === 'image' && file.width !== null && file.height !== null)
    return { kind: 'image', ...described, width: file.width, height: file.height }
  return seconds === null ? { kind: 'file', ...common } : { kind: 'file', ...described, seconds }
}
