/**
 * Which files nobody may send: programs, scripts, and what a computer takes settings from when it is opened (R-18-031).
 *
 * Apart from the schemas, so that a customer's page need not load those. Both sides ask here before an upload begins, the
 * server again when the bytes are there.
 */
import { FILE_LIMIT_BYTES } from './limits.ts'

/** Names that a computer runs, mounts or takes settings from when they are opened. */
const FORBIDDEN_EXTENSIONS = new Set(
  (
    'ade adp apk app appimage appinstaller appx appxbundle asp aspx bas bat bin cer chm cmd com command cpl crt ' +
    'deb desktop diagcab dll dmg exe fxp gadget hlp hta htc img inf ins iqy iso isp jar jnlp js jse jsp ksh lnk ' +
    'mad maf mda mdb mde mht mhtml mjs msc msh msi msix msixbundle msp mst ocx osd pcd php pif pkg pl plg prf prg ' +
    'ps1 ps1xml ps2 psc1 psd1 psm1 py pyc pyw rb reg rpm run scf scr sct search-ms settingcontent-ms sh shb shs ' +
    'slk sys theme url vb vbe vbp vbs vhd vhdx vsmacros vxd website workflow ws wsc wsf wsh xbap xll xnk zsh'
  ).split(' '),
)

/** First bytes of what Windows, Linux, macOS and browsers run, and of what a shell is told to run. */
const PROGRAM_HEADS: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x23, 0x21],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x00, 0x61, 0x73, 0x6d],
]
const HEAD_BYTES = 4

/** Lower case, without the dot; empty if there is none. */
export const extensionOf = (name: string): string => {
  const dot = name.lastIndexOf('.')
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase()
}

/** Whether the name alone forbids it. Windows drops dots and blanks at the end, which would turn "a.exe. " into a program. */
export const isForbiddenName = (name: string): boolean =>
  FORBIDDEN_EXTENSIONS.has(extensionOf(name.replace(/[\s.]+$/u, '')))

/** Whether these first bytes are those of a program, whatever it is called. */
export const isProgram = (head: Uint8Array): boolean =>
  PROGRAM_HEADS.some((wanted) => wanted.every((byte, at) => head[at] === byte))

/** Whether a file on this device begins as a program does; one that cannot be read is left for the upload to refuse. */
export const beginsAsProgram = async (file: Blob): Promise<boolean> => {
  const head = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0))
  return isProgram(new Uint8Array(head))
}

/** Why a file can be refused before anybody has read it. */
export type FileRule = 'empty' | 'too-large' | 'type-not-allowed'

/** The first rule that is against a file of this name and size; null: none is. */
export const ruleAgainst = ({ name, size }: Pick<File, 'name' | 'size'>): FileRule | null => {
  if (size === 0) return 'empty'
  if (isForbiddenName(name)) return 'type-not-allowed'
  return size > FILE_LIMIT_BYTES ? 'too-large' : null
}
