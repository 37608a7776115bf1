import type { DraftFile } from '../../../client/api.ts'
import { ruleAgainst, type FileRule } from '../../../protocol/model/fileRules.ts'
import type { QuickReplyFile } from '../../../protocol/model/index.ts'
import { IMAGE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'
import { VoiceFile } from '../thread/index.ts'

/** What was chosen, pasted or dropped, and how it will travel. */
export interface Attachment {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly from:
    | { readonly kind: 'device'; readonly file: File }
    /** From before: the core has its bytes. */
    | { readonly kind: 'kept'; readonly mime: string }
    /** It is with the server: a quick reply brought it. */
    | { readonly kind: 'server'; readonly file: QuickReplyFile }
  readonly as: 'image' | 'file'
  /** A picture too large to travel as one: it can be made smaller. */
  readonly note: 'image-as-file' | 'cannot-shrink' | null
  /** What a picture shows or a voice says, in words; or empty (R-18-067). */
  readonly alt: string
  /** Only of a recorded voice: how long it is. */
  readonly seconds?: number | undefined
}

export interface Refused {
  readonly name: string
  readonly reason: FileRule | 'too-many'
}

export interface Sorted {
  readonly taken: readonly Attachment[]
  /** Named with the reason; the others go on (R-03-091). */
  readonly refused: readonly Refused[]
}

/** So many can be dropped or pasted at once, and wait beside one text (R-06-112). */
export const FILES_AT_ONCE = 50

const IMAGE_TYPES = new Set(['image/bmp', 'image/jpeg', 'image/gif', 'image/png', 'image/webp'])

/** `room`: how many more there is place for. */
export const sortFiles = (
  files: readonly File[],
  nextId: () => string,
  room: number = FILES_AT_ONCE,
): Sorted => {
  const taken: Attachment[] = []
  const refused: Refused[] = []
  for (const file of files) {
    const { name, size: bytes } = file
    const isImage = IMAGE_TYPES.has(file.type)
    const small = bytes <= IMAGE_LIMIT_BYTES
    const rule = ruleAgainst(file)
    if (rule) refused.push({ name, reason: rule })
    else if (taken.length >= room) refused.push({ name, reason: 'too-many' })
    else
      taken.push({
        id: nextId(),
        name,
        bytes,
        from: { kind: 'device', file },
        as: isImage && small ? 'image' : 'file',
        note: isImage && !small ? 'image-as-file' : null,
        alt: '',
        seconds: file instanceof VoiceFile ? file.seconds : undefined,
      })
  }
  return { taken, refused }
}

/** What a quick reply sends along. */
export const fromServer = (file: QuickReplyFile, id: string): Attachment => ({
  id,
  name: file.name,
  bytes: file.bytes,
  from: { kind: 'server', file },
  as: file.kind,
  note: null,
  alt: file.alt ?? '',
  seconds: file.kind === 'file' ? file.seconds : undefined,
})

/** With the words that were written to it here. */
export const described = (file: QuickReplyFile, alt: string): QuickReplyFile => ({
  ...file,
  alt: alt.trim() === '' ? undefined : alt.trim(),
})

/** As it is kept with what was written. */
export const toDraft = ({ id, name, bytes, from, as, alt, seconds }: Attachment): DraftFile => ({
  ...{ id, name, bytes, as, alt, seconds },
  mime: from.kind === 'server' ? from.file.mime : from.kind === 'kept' ? from.mime : from.file.type,
  stored: from.kind === 'server' ? described(from.file, alt) : null,
})

export const fromDraft = ({ id, name, bytes, mime, as, alt, seconds, stored }: DraftFile): Attachment => ({
  ...{ id, name, bytes, as, alt, seconds },
  from: stored ? { kind: 'server', file: stored } : { kind: 'kept', mime },
  note: as === 'file' && IMAGE_TYPES.has(mime) && bytes > IMAGE_LIMIT_BYTES ? 'image-as-file' : null,
})
