import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { startServerWorld, type ServerWorld } from '../../../tests/support/serverWorld.ts'
import { startWebSite, type WebSite } from '../../../tests/support/webSite.ts'
import type { Message } from '../../protocol/model/index.ts'

let site: WebSite
let world: ServerWorld

beforeAll(async () => {
  site = await startWebSite()
  world = await startServerWorld({ outside: site.outside })
})
afterAll(async () => {
  await world.dispose()
  await site.close()
})

const previewIn = ({ body }: Message) => (body.kind === 'text' ? body.preview : undefined)

it('R-06-135 the server reads the page that a customer names; the agent has what it found and its picture from the server, the customer nothing of it', async () => {
  // 茶叶店 in GBK, as its server does not say.
  const title = Buffer.from('b2e8d2b6b5ea', 'hex')
  site.answer('/tea', (response) => {
    response.setHeader('content-type', 'text/html')
    response.write('<html><head><meta charset="gbk"><meta property="og:image" content="tea.png"><title>')
    response.end(Buffer.concat([title, Buffer.from('</title>')]))
  })
  const drawn = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#3358e0' } })
    .png()
    .toBuffer()
  site.answer('/tea.png', (response) => response.end(drawn))

  const anna = await world.agent('anna')
  await anna.synced()
  const customer = await world.customer()
  await customer.write(`这家怎么样 ${site.url}/tea`)
  const { message } = await anna.event(
    'message.annotated',
    (payload) => previewIn(payload.message) !== undefined,
  )
  const preview = previewIn(message)
  expect(preview).toEqual({
    url: `${site.url}/tea`,
    title: '茶叶店',
    description: '',
    site: '',
    picture: { fileId: expect.any(String), width: 40, height: 20 },
  })

  anna.send({ t: 'query', n: 1, name: 'file.link', args: { fileId: preview?.picture?.fileId } })
  const answered = await anna.next((frame) => frame.t === 'answer' && frame.n === 1)
  const { url } = (answered as unknown as { result: { url: string } }).result
  const picture = await fetch(new URL(url, world.url))
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])

  await customer.write('在吗')
  await anna.event('message.sent', ({ message: { body } }) => body.kind === 'text' && body.text === '在吗')
  expect(JSON.stringify(customer.frames)).not.toContain('茶叶店')
  const back = await world.customer({ token: customer.welcome.token })
  expect(JSON.stringify(back.frames)).toContain('这家怎么样')
  expect(JSON.stringify(back.frames)).not.toContain('茶叶店')
  await Promise.all([anna, customer, back].map(async (client) => client.close()))
})
