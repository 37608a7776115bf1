import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { linkTo, upload as uploadTo, type Uploaded } from '../../../tests/support/sentFiles.ts'
import { startServerWorld, type ServerWorld } from '../../../tests/support/serverWorld.ts'

const MB = 1024 * 1024
const DRAWING = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" onload="alert(1)">
  <script>alert(2)</script><path d="M0 0 L40 20" stroke="#fff" onclick="alert(3)"/>
  <image href="https://evil.example/a.png"/></svg>`

let world: ServerWorld
let token: string
beforeAll(async () => {
  world = await startServerWorld()
  token = (await world.signIn('anna')).token
})
afterAll(async () => {
  await world.dispose()
})

const upload = (bytes: Uint8Array, name: string, kind: 'theme' | 'image' = 'theme'): Promise<Uploaded> =>
  uploadTo(world, `Bearer ${token}`, bytes, { name, kind })

it('R-03-178 a drawing is handed out cleaned, as a picture, and under a policy by which it can run and load nothing', async () => {
  const { status, file } = await upload(Buffer.from(DRAWING), 'logo.svg')
  expect([status, file]).toMatchObject([
    200,
    { mime: 'image/svg+xml', width: 40, height: 20, name: 'logo.svg' },
  ])
  const response = await fetch(await linkTo(world, file?.id ?? ''))
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': expect.stringMatching(/^image\/svg\+xml/u),
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  })
  expect((await response.text()).replaceAll(/>\s+</gu, '><')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">' +
      '<path d="M0 0 L40 20" stroke="#fff"></path></svg>',
  )
})

it('R-03-178 photos are written anew; what it is is told by its bytes, and each has up to 2 MB', async () => {
  const picture = async (format: 'png' | 'jpeg' | 'gif'): Promise<Buffer> =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#3358e0' } })
      .toFormat(format)
      .toBuffer()
  for (const format of ['png', 'jpeg'] as const)
    expect(await upload(await picture(format), `background.${format}`)).toMatchObject({
      status: 200,
      file: { mime: `image/${format}`, width: 40, height: 30 },
    })
  const large = Buffer.concat([Buffer.from(DRAWING), Buffer.alloc(2 * MB, 0x20)])
  const cases: readonly [Uint8Array, string, string][] = [
    [await picture('gif'), 'moving.gif', 'type-not-allowed'],
    [Buffer.from(DRAWING), 'logo.png', 'type-not-allowed'],
    [await picture('png'), 'logo.svg', 'type-not-allowed'],
    [Buffer.from('<html><script>alert(1)</script></html>'), 'logo.svg', 'type-not-allowed'],
    [large, 'logo.svg', 'too-large'],
  ]
  for (const [bytes, name, code] of cases) expect(await upload(bytes, name), name).toMatchObject({ code })
  // In a conversation a drawing is no picture.
  expect(await upload(Buffer.from(DRAWING), 'logo.svg', 'image')).toMatchObject({ code: 'type-not-allowed' })
})
