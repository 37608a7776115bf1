import { FILE_LIMIT_BYTES, IMAGE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'

/** What was chosen, pasted or dropped, and how it will travel. */
export interface Attachment {
  readonly id: string
  readonly file: File
  readonly as: 'image' | 'file'
  /** A picture too large to travel as one. */
  readonly note: 'image-as-file' | null
  /** What a picture shows, in words; or empty (R-18-067). */
  readonly alt: string
}

export interface Refused {
  readonly name: string
  readonly reason: 'empty' | 'too-large'
}

export interface Sorted {
  readonly taken: readonly Attachment[]
  /** Named with the reason; the others go on (R-03-091). */
  readonly refused: readonly Refused[]
}

const IMAGE_TYPES = new Set(['image/bmp', 'image/jpeg', 'image/gif', 'image/png', 'image/webp'])

export const sortFiles = (files: readonly File[], nextId: () => string): Sorted => {
  const taken: Attachment[] = []
  const refused: Refused[] = []
  for (const file of files) {
    const isImage = IMAGE_TYPES.has(file.type)
    const small = file.size <= IMAGE_LIMIT_BYTES
    if (file.size === 0) refused.push({ name: file.name, reason: 'empty' })
    else if (file.size > FILE_LIMIT_BYTES) refused.push({ name: file.name, reason: 'too-large' })
    else
      taken.push({
        id: nextId(),
        file,
        as: isImage && small ? 'image' : 'file',
        note: isImage && !small ? 'image-as-file' : null,
        alt: '',
      })
  }
  return { taken, refused }
}
