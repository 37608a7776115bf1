/** Files people send: taken in, checked, kept, and handed out to whoever holds a good address. */
import type { Readable } from 'node:stream'

import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { WorkQueue } from '../../base/workQueue.ts'
import { extensionOf } from '../../protocol/model/fileRules.ts'
import {
  FILE_LIMIT_BYTES,
  FileId,
  IMAGE_LIMIT_BYTES,
  type OrganizationId,
  type StoredFile,
} from '../../protocol/model/index.ts'
import { THEME_PICTURE_LIMIT_BYTES } from '../../protocol/model/limits.ts'
import { newToken } from '../auth/tokens.ts'
import { findFile, insertFile } from '../db/files.ts'
import type { Db } from '../db/port.ts'
import type { ContentStore, Incoming } from './contentStore.ts'
import type { FileLinks } from './fileLinks.ts'
import { cleanFileName } from './fileName.ts'
import { IMAGE_FORMATS, imageFormat, isAllowedFile, isThemePicture, sniff, SVG_MIME } from './fileTypes.ts'
import { reencodeImage } from './reencodeImage.ts'
import { sanitizeSvg } from './sanitizeSvg.ts'
import type { Uploader } from './uploaders.ts'

export interface Files {
  receive(upload: Upload): Promise<Result<StoredFile, UploadRefusal>>
  open(address: FileAddress): Promise<Result<OpenedFile, 'forbidden' | 'not-found'>>
  /** A picture that the company shows to everybody; who asks has made sure of that. */
  openShown(organizationId: OrganizationId, fileId: FileId): Promise<Result<OpenedFile, 'not-found'>>
}

export type UploadRefusal = 'too-large' | 'type-not-allowed' | 'disk-full' | 'unavailable'

export interface Upload {
  readonly uploader: Uploader
  readonly name: string
  /** `theme`: for a company theme, which may be drawn. */
  readonly kind: 'image' | 'file' | 'theme'
  readonly announcedBytes?: number
  readonly body: AsyncIterable<Uint8Array>
}

export interface FileAddress {
  readonly organizationId: OrganizationId
  readonly fileId: FileId
  readonly expires: string
  readonly signature: string
}

export interface OpenedFile {
  readonly file: StoredFile
  /** A picture that we wrote ourselves; everything else is only ever saved. */
  readonly shown: boolean
  readonly bytes: number
  readonly stream: () => Readable
}

export interface FilesOptions {
  readonly db: Db
  readonly store: ContentStore
  readonly links: FileLinks
  readonly clock: Clock
  /** Bounds how many pictures are decoded at once. */
  readonly pictures: WorkQueue
}

interface Kept {
  readonly sha256: string
  readonly mime: string
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
}

const LIMITS = { image: IMAGE_LIMIT_BYTES, file: FILE_LIMIT_BYTES, theme: THEME_PICTURE_LIMIT_BYTES } as const

export const createFiles = ({ db, store, links, clock, pictures }: FilesOptions): Files => {
  const keepImage = async (name: string, incoming: Incoming): Promise<Result<Kept, UploadRefusal>> => {
    const format = imageFormat(name, await sniff(incoming.head))
    if (!format) return refuse('type-not-allowed')
    const encoded = await pictures.run(async () => ({
      image: await reencodeImage(await incoming.readAll(), format),
    }))
    if (!encoded) return refuse('unavailable', { retryAfterMs: 1_000 })
    if (!encoded.image) return refuse('type-not-allowed')
    const { bytes, width, height } = encoded.image
    const sha256 = await store.put(bytes)
    if (!sha256.ok) return sha256
    const mime = IMAGE_FORMATS[format]?.mime ?? 'application/octet-stream'
    return ok({ sha256: sha256.value, mime, bytes: bytes.length, width, height })
  }

  /** By what the bytes are, whatever the name says: a photo is written anew, a drawing is cleaned. */
  const keepThemePicture = async (
    uploader: Uploader,
    name: string,
    incoming: Incoming,
  ): Promise<Result<Kept, UploadRefusal>> => {
    if (uploader.kind !== 'agent') return refuse('type-not-allowed')
    const extension = extensionOf(name)
    if (extension !== 'svg') {
      const kept = await keepImage(name, incoming)
      if (kept.ok && !isThemePicture(kept.value)) return refuse('type-not-allowed')
      if (kept.ok && kept.value.bytes > THEME_PICTURE_LIMIT_BYTES)
        return refuse('too-large', { limit: THEME_PICTURE_LIMIT_BYTES })
      return kept
    }
    const drawing = sanitizeSvg(await incoming.readAll())
    if (!drawing) return refuse('type-not-allowed')
    const bytes = Buffer.from(drawing.text)
    const sha256 = await store.put(bytes)
    if (!sha256.ok) return sha256
    const { width, height } = drawing
    return ok({ sha256: sha256.value, mime: SVG_MIME, bytes: bytes.length, width, height })
  }

  const check = async (
    { uploader, kind }: Upload,
    name: string,
    incoming: Incoming,
  ): Promise<Result<Kept, UploadRefusal>> => {
    try {
      if (kind === 'theme') return await keepThemePicture(uploader, name, incoming)
      return await (kind === 'image' ? keepImage(name, incoming) : keepFile(name, incoming))
    } finally {
      await incoming.discard()
    }
  }

  const keepFile = async (name: string, incoming: Incoming): Promise<Result<Kept, UploadRefusal>> => {
    const sniffed = await sniff(incoming.head)
    if (!isAllowedFile(name, sniffed, incoming.head)) return refuse('type-not-allowed')
    await incoming.keep()
    const { sha256, bytes } = incoming
    return ok({ sha256, bytes, mime: sniffed ?? 'application/octet-stream', width: null, height: null })
  }

  const read = async (
    organizationId: OrganizationId,
    fileId: FileId,
  ): Promise<Result<OpenedFile, 'not-found'>> => {
    const found = await findFile(db, organizationId, fileId)
    const bytes = found && (await store.size(found.sha256))
    if (!found || bytes === undefined) return refuse('not-found')
    return ok({
      file: found.file,
      shown: found.file.width !== null,
      bytes,
      stream: () => store.read(found.sha256),
    })
  }

  return {
    receive: async (upload) => {
      const { uploader, kind, announcedBytes, body } = upload
      const limit = LIMITS[kind]
      // Known before the first byte is read: nobody sends a gigabyte to learn that it is too much.
      if (announcedBytes !== undefined && announcedBytes > limit) return refuse('too-large', { limit })
      const name = cleanFileName(upload.name)
      const incoming = await store.receive(body, limit)
      if (!incoming.ok) return incoming
      const kept = await check(upload, name, incoming.value)
      if (!kept.ok) return kept
      const { sha256, ...facts } = kept.value
      const file: StoredFile = {
        id: FileId.parse(newToken()),
        name: kind !== 'file' ? withExtension(name, facts.mime) : name,
        ...facts,
      }
      await db.transaction((tx) =>
        insertFile(tx, uploader.organizationId, { file, sha256 }, uploader, clock.now()),
      )
      return ok(file)
    },

    open: async (address) => {
      if (links.verify(address) !== 'good') return refuse('forbidden')
      return read(address.organizationId, address.fileId)
    },

    openShown: async (organizationId, fileId) => {
      const opened = await read(organizationId, fileId)
      return opened.ok && !opened.value.shown ? refuse('not-found') : opened
    },
  }
}

/** Whether the contents of a file are still there. */
export const createKeptCheck =
  (db: Db, store: Pick<ContentStore, 'size'>) =>
  async (organizationId: OrganizationId, fileId: FileId): Promise<boolean> => {
    const found = await findFile(db, organizationId, fileId)
    return found !== undefined && (await store.size(found.sha256)) !== undefined
  }

/** A pasted picture may have no extension; saved, it should open. */
const withExtension = (name: string, mime: string): string => {
  if (extensionOf(name) !== '') return name
  const format = Object.values(IMAGE_FORMATS).find((candidate) => candidate.mime === mime)
  return `${name}.${format?.extensions[0] ?? 'bin'}`
}
