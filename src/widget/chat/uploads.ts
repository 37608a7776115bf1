import type { Ids } from '../../base/ids.ts'
import type { WrittenBody } from '../../protocol/model/index.ts'
import type { FileUploaded } from '../../protocol/wire/index.ts'

/** A file on its way to the server; the message follows when it is there. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly kind: 'image' | 'file'
  /** Of a recorded voice. */
  readonly seconds?: number
  /** From 0 to 1. */
  readonly done: number
  /** Why it stopped; null while it runs. */
  readonly failed: string | null
}

/** One request; `cancel` ends it without an answer. */
export type SendFile = (
  request: {
    readonly file: Blob
    readonly name: string
    readonly kind: 'image' | 'file'
    readonly token: string
  },
  events: {
    progress(done: number): void
    finished(answer: FileUploaded): void
    failed(code: string): void
  },
) => { cancel(): void }

export interface Uploads {
  items(): readonly Upload[]
  add(file: Blob, name: string, kind: 'image' | 'file', seconds?: number): void
  retry(id: string): void
  cancel(id: string): void
}

export interface UploadsPorts {
  readonly ids: Ids
  readonly send: SendFile
  /** Null before the first welcome. */
  readonly token: () => string | null
  readonly onChange: () => void
  readonly onReady: (body: WrittenBody, file: Blob) => void
}

export const createUploads = ({ ids, send, token, onChange, onReady }: UploadsPorts): Uploads => {
  const running = new Map<string, { upload: Upload; file: Blob; cancel: () => void }>()

  const update = (id: string, change: Partial<Upload>): void => {
    const entry = running.get(id)
    if (!entry) return
    entry.upload = { ...entry.upload, ...change }
    onChange()
  }

  const begin = (id: string): void => {
    const entry = running.get(id)
    const secret = token()
    if (!entry) return
    if (secret === null) {
      update(id, { failed: 'network' })
      return
    }
    update(id, { failed: null, done: 0 })
    const { name, kind, seconds } = entry.upload
    const request = send(
      { file: entry.file, name, kind, token: secret },
      {
        progress: (done) => {
          update(id, { done })
        },
        failed: (code) => {
          update(id, { failed: code })
        },
        finished: ({ file }) => {
          // Nobody waits for an answer that came after the cancelling.
          if (!running.delete(id)) return
          onReady(bodyOf(file, kind, seconds), entry.file)
          onChange()
        },
      },
    )
    entry.cancel = request.cancel
  }

  return {
    items: () => [...running.values()].map(({ upload }) => upload),
    add: (file, name, kind, seconds) => {
      const id = ids.next()
      const upload: Upload = {
        id,
        name,
        kind,
        bytes: file.size,
        done: 0,
        failed: null,
        ...(seconds !== undefined && { seconds }),
      }
      running.set(id, { upload, file, cancel: () => undefined })
      begin(id)
    },
    retry: begin,
    cancel: (id) => {
      running.get(id)?.cancel()
      running.delete(id)
      onChange()
    },
  }
}

const bodyOf = (
  file: FileUploaded['file'],
  kind: 'image' | 'file',
  seconds: number | undefined,
): WrittenBody => {
  const { name, mime, bytes, width, height } = file
  return kind === 'image' && width !== null && height !== null
    ? { kind: 'image', fileId: file.id, name, mime, bytes, width, height }
    : { kind: 'file', fileId: file.id, name, mime, bytes, ...(seconds !== undefined && { seconds }) }
}
