import { ok, refuse, type Result } from '../../base/result.ts'
import type { StoredFile, WrittenBody } from '../../protocol/model/index.ts'
import { FileUploaded, HttpRefusal } from '../../protocol/wire/index.ts'
import type { Http } from '../ports/index.ts'

/** At most this many at once (R-17-025). */
const AT_ONCE = 3

export interface Upload {
  readonly name: string
  readonly kind: 'image' | 'file'
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
      return upload.signal.aborted ? refuse('unreachable') : await send(http, server, token, upload)
    } finally {
      running -= 1
      queue.shift()?.()
    }
  }
}

const send = async (
  http: Http,
  server: string,
  token: string,
  upload: Upload,
): Promise<Result<StoredFile>> => {
  const answer = await http({
    method: 'POST',
    url: `${server}/api/files?name=${encodeURIComponent(upload.name)}&kind=${upload.kind}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: upload.bytes,
    onProgress: upload.onProgress,
    signal: upload.signal,
  }).catch(() => null)
  if (!answer) return refuse('unreachable')
  const body = parseJson(answer.text)
  const uploaded = FileUploaded.safeParse(body)
  if (answer.status < 300 && uploaded.success) return ok(uploaded.data.file)
  const refusal = HttpRefusal.safeParse(body)
  return refuse(refusal.success ? refusal.data.code : 'internal')
}

/** A picture whose size nobody knows is sent as a file: its place could not be kept. */
export const bodyOf = (file: StoredFile, kind: 'image' | 'file', alt = ''): WrittenBody => {
  const common = { fileId: file.id, name: file.name, mime: file.mime, bytes: file.bytes }
  return kind === 'image' && file.width !== null && file.height !== null
    ? { kind: 'image', ...common, width: file.width, height: file.height, ...(alt && { alt }) }
    : { kind: 'file', ...common }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
