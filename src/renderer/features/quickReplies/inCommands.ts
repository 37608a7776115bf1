import type { CommandArgs } from '../../../protocol/commands/index.ts'

type Added = CommandArgs<'quick-reply.add'>['replies'][number]

/** Some room is left in a frame of 256 KB. */
const MOST_BYTES = 150_000
const MOST_REPLIES = 100

/** Replies in pieces that fit into one command each. */
export const inCommands = (replies: readonly Added[]): readonly (readonly Added[])[] => {
  const encoder = new TextEncoder()
  const pieces: Added[][] = []
  let room = 0
  for (const reply of replies) {
    const bytes = encoder.encode(JSON.stringify(reply)).length
    const last = pieces.at(-1)
    if (last && bytes <= room && last.length < MOST_REPLIES) {
      last.push(reply)
      room -= bytes
    } else {
      pieces.push([reply])
      room = MOST_BYTES - bytes
    }
  }
  return pieces
}
