import type { SnapshotPart } from '../../protocol/wire/index.ts'

/** A frame is closed when it holds this much. */
const FULL_CHARACTERS = 64 * 1024
/** Of a pool, in one part: a client that takes in a hundred thousand at once does nothing else for too long. */
const ENTRIES_A_PART = 100

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
  for (const part of parts.flatMap(divided)) {
    const text = JSON.stringify(part)
    if (characters > 0 && characters + text.length > FULL_CHARACTERS) close()
    texts.push(text)
    characters += text.length
  }
  close()
  return frames
}

/** Only a pool grows beyond what a client takes in at once; the other scopes come as they are. */
const divided = (part: SnapshotPart): readonly SnapshotPart[] => {
  const { scope, rows } = part
  const entries = rows.poolEntries ?? []
  if (entries.length <= ENTRIES_A_PART) return [part]
  const count = Math.ceil(entries.length / ENTRIES_A_PART)
  return Array.from({ length: count }, (_, index) => ({
    scope,
    rows: { poolEntries: entries.slice(index * ENTRIES_A_PART, (index + 1) * ENTRIES_A_PART) },
    ...(index > 0 && { adds: true }),
    ...(index < count - 1 && { more: true }),
  }))
}
