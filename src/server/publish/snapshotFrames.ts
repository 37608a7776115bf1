import type { SnapshotPart } from '../../protocol/wire/index.ts'

/** A frame is closed when it holds this much; one scope is never divided, because it replaces the client's copy whole. */
const FULL_CHARACTERS = 64 * 1024

/** `snapshot` frames for the parts, in their order. */
export const snapshotFrames = (revision: number, parts: readonly SnapshotPart[]): string[] => {
  const frames: string[] = []
  let texts: string[] = []
  let characters = 0
  const close = (): void => {
    if (texts.length > 0) frames.push(`{"t":"snapshot","revision":${revision},"parts":[${texts.join(',')}]}`)
    texts = []
    characters = 0
  }
  for (const part of parts) {
    const text = JSON.stringify(part)
    if (characters > 0 && characters + text.length > FULL_CHARACTERS) close()
    texts.push(text)
    characters += text.length
  }
  close()
  return frames
}
