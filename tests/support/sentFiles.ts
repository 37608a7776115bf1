/** Files as agents send them to a server world, and the addresses they are given back under. */
import type { StoredFile } from '../../src/protocol/model/index.ts'
import type { ServerWorld } from './serverWorld.ts'

export interface Uploaded {
  readonly status: number
  readonly code?: string
  readonly limit?: number
  readonly file?: StoredFile
}

/** `authorization`: the whole header. */
export const upload = async (
  world: ServerWorld,
  authorization: string,
  bytes: Uint8Array,
  { name, kind }: { readonly name: string; readonly kind: 'image' | 'file' | 'theme' },
): Promise<Uploaded> => {
  const response = await fetch(`${world.url}/api/files?${new URLSearchParams({ name, kind }).toString()}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/octet-stream' },
    body: Uint8Array.from(bytes),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

/** Where anna finds the file, for some minutes. */
export const linkTo = async (world: ServerWorld, fileId: string): Promise<string> => {
  const anna = await world.agent('anna', { deviceId: 'device-links' })
  anna.send({ t: 'query', n: 1, name: 'file.link', args: { fileId } })
  const answer = await anna.next((frame) => frame.t === 'answer')
  await anna.close()
  return world.url + (answer.t === 'answer' ? (answer.result as { url: string }).url : '')
}
