import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  BOUND_WIDGET,
  startServerWorld,
  WIDGET,
  type ServerWorld,
} from '../../../../tests/support/serverWorld.ts'

let world: ServerWorld
beforeAll(async () => {
  world = await startServerWorld()
})
afterAll(async () => world.dispose())

const send = async (body: string, origin = 'https://shop.example'): Promise<Response> =>
  fetch(`${world.url}/api/visit`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain;charset=UTF-8', origin },
    body,
  })
const key = 'a'.repeat(32)

it('answers any page, and tells one whose company lists nobody to be quiet', async () => {
  const answer = await send(`widget=${WIDGET}&key=${key}`)
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  expect(await answer.json()).toEqual({ on: false, nextMs: 0 })
  const foreign = await send(`widget=${BOUND_WIDGET}&key=${key}`, 'https://other.example')
  expect(await foreign.json()).toEqual({ on: false, nextMs: 0 })
})

it('refuses what is no sign of life', async () => {
  const bodies = ['', '{', '[]', '{}', `widget=${WIDGET}&key=short`]
  for (const body of [...bodies, `widget=${WIDGET}&key=${key}&url=x`]) {
    expect([body, (await send(body)).status]).toEqual([body, 400])
  }
  expect((await send('x'.repeat(5000))).status).toBe(413)
})
