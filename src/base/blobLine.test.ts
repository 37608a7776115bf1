import { expect, it } from 'vitest'

import { createBlobLine, unpackBlobs } from './blobLine.ts'

/** A line that refuses Blobs as Electron's ports do. */
const line = () => {
  const arrived: unknown[] = []
  const send = createBlobLine((message) => {
    expect(
      JSON.stringify(message, (_key, value: unknown) => (value instanceof Blob ? 'Blob' : value)),
    ).not.toContain('"Blob"')
    arrived.push(unpackBlobs(structuredClone(message)))
  })
  return { arrived, send }
}

it('Blobs arrive with their bytes and kind, in the order in which things were said', async () => {
  const { arrived, send } = line()
  send({ id: 1 })
  expect(arrived).toHaveLength(1)
  send({ id: 2, args: { file: new Blob(['图'], { type: 'image/png' }), rows: [{ preview: null }] } })
  send({ id: 3 })
  expect(arrived).toHaveLength(1)
  await expect.poll(() => arrived.length).toBe(3)
  const [, second, third] = arrived as [unknown, { args: { file: Blob } }, unknown]
  expect(second).toMatchObject({ id: 2, args: { rows: [{ preview: null }] } })
  expect(second.args.file.type).toBe('image/png')
  expect(await second.args.file.text()).toBe('图')
  expect(third).toEqual({ id: 3 })
  send({ id: 4 })
  expect(arrived).toHaveLength(4)
})

it('what cannot be read is told as such where it arrives, with its size', async () => {
  class Moved extends Blob {
    constructor() {
      super([], { type: 'text/plain' })
      Object.defineProperty(this, 'size', { value: 5 })
    }

    override arrayBuffer(): Promise<ArrayBuffer> {
      return Promise.reject(new Error('NotReadableError'))
    }
  }
  const { arrived, send } = line()
  send([new Moved()])
  await expect.poll(() => arrived.length).toBe(1)
  const [blob] = arrived[0] as [Blob]
  expect([blob.size, blob.type]).toEqual([5, 'text/plain'])
  await expect(blob.slice(0, 2).arrayBuffer()).rejects.toThrow('could not be read')
})

it('what holds no Blob stays the same object', () => {
  const message = { rows: [{ id: 'a' }], at: new Date(0) }
  expect(unpackBlobs(message)).toBe(message)
})
