/** What may be uploaded. The bytes decide what a file is; its name only may not contradict them. */
import { fileTypeFromBuffer } from 'file-type'

import { extensionOf, isForbiddenName, isProgram } from '../../protocol/model/fileRules.ts'
import type { StoredFile } from '../../protocol/model/index.ts'

/** Bytes from the start of a file that are enough to tell what it is. */
export const HEAD_BYTES = 4_100

/** Pictures that are shown in the conversation; each is written anew, so no other byte of the original is served. */
export const IMAGE_FORMATS: Readonly<Record<string, { mime: string; extensions: readonly string[] }>> = {
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mime: 'image/png', extensions: ['png'] },
  gif: { mime: 'image/gif', extensions: ['gif'] },
  webp: { mime: 'image/webp', extensions: ['webp'] },
}

/** Drawings of a company theme; each is written anew, too (`sanitizeSvg`). */
export const SVG_MIME = 'image/svg+xml'

/** What a company theme may show. */
export const isThemePicture = ({ mime, width }: Pick<StoredFile, 'mime' | 'width'>): boolean =>
  width !== null && ['image/png', 'image/jpeg', SVG_MIME].includes(mime)

/** Programs by their first bytes, whatever they are called. */
const FORBIDDEN_MIMES = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-apple-diskimage',
  'application/x-deb',
  'application/x-rpm',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/x.ms.shortcut',
  'application/x.apple.alias',
  'application/wasm',
])

/** The type by the bytes; undefined when they say nothing, as plain text does. */
export const sniff = async (head: Uint8Array): Promise<string | undefined> => {
  const type = await fileTypeFromBuffer(head).catch(() => undefined)
  return type?.mime
}

/** Whether a file may be kept as a file to download. */
export const isAllowedFile = (name: string, sniffed: string | undefined, head: Uint8Array): boolean =>
  !isForbiddenName(name) && !isProgram(head) && !(sniffed && FORBIDDEN_MIMES.has(sniffed))

/** The format of a picture if its bytes are one of the allowed and its name, where it has an extension, agrees. */
export const imageFormat = (name: string, sniffed: string | undefined): string | undefined => {
  const found = Object.entries(IMAGE_FORMATS).find(([, format]) => format.mime === sniffed)
  if (!found) return undefined
  const extension = extensionOf(name)
  return extension === '' || found[1].extensions.includes(extension) ? found[0] : undefined
}
