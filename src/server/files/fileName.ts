/** Made of a name somebody sent: shown to people, never used as a path. */
import { extensionOf } from '../../protocol/model/fileRules.ts'

const LONGEST = 120
// Control characters, and those that turn the direction of writing: "gpj.exe" must not be shown as "exe.jpg".
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** The last part of the path, without characters that deceive or that a file system gives a meaning to. */
export const cleanFileName = (name: string): string => {
  const last = name.normalize('NFC').replace(INVISIBLE, '').split(/[/\\]/u).at(-1) ?? ''
  // Windows drops dots and blanks at the end, which would turn "a.exe. " into a program.
  const clean = last.replace(/[<>:"|?*]/gu, '_').replace(/^[\s.]+|[\s.]+$/gu, '')
  if (!clean) return 'file'
  const characters = Array.from(clean)
  if (characters.length <= LONGEST) return clean
  const extension = Array.from(extensionOf(clean)).slice(0, 16)
  const stem = characters.slice(0, LONGEST - extension.length - 1)
  return extension.length > 0 ? `${stem.join('')}.${extension.join('')}` : stem.join('')
}

/** The value of `content-disposition`, for old and new readers of RFC 6266. */
export const contentDisposition = (kind: 'inline' | 'attachment', name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
