import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { openDesk } from './support/desk.ts'
import { demoAccounts, openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

const PICTURE = {
  name: 'leak.png',
  mimeType: 'image/png',
  buffer: readFileSync(join(import.meta.dirname, '../fixtures/leak.png')),
}
const FILE = { name: 'receipt 收据.txt', mimeType: 'text/plain', buffer: Buffer.from('Receipt no. 4711\n') }

test('R-18-075 R-02-152 a page of another origin with only the script line and a strict policy: texts, a picture and a file both ways, and the end', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Is the blue one in stock?')
  await desk.openSaying('Is the blue one')
  await desk.send('Yes, seven of them')
  await expect(visitor.message('Yes, seven of them')).toBeVisible()

  const [image, file] = [0, 1].map((index) => visitor.chat.locator('input[type=file]').nth(index))
  await image?.setInputFiles(PICTURE)
  await expect(desk.log.getByRole('img', { name: PICTURE.name })).toBeVisible()
  await file?.setInputFiles(FILE)
  await expect(desk.log.getByText(FILE.name)).toBeVisible()
  const download = desk.page.waitForEvent('download')
  await desk.log.getByRole('link', { name: new RegExp(`Download ${FILE.name}`, 'u') }).click()
  expect((await download).suggestedFilename()).toBe(FILE.name)

  const answer = desk.page.getByRole('form', { name: 'Answer' })
  await answer
    .locator('input[type=file]')
    .nth(0)
    .setInputFiles({ ...PICTURE, name: 'stock.png' })
  await answer
    .locator('input[type=file]')
    .nth(1)
    .setInputFiles({ ...FILE, name: 'offer.txt' })
  for (const name of ['stock.png', 'offer.txt'])
    await expect(answer.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
  await desk.field.press('Enter')
  await expect(visitor.chat.getByRole('img', { name: 'stock.png' })).toBeVisible()
  await expect(visitor.chat.getByRole('link', { name: /offer\.txt/u })).toBeVisible()

  // Only when nobody writes any more: an end is not to cut a sentence.
  await desk.page.getByRole('button', { name: 'End session' }).click()
  await expect(visitor.chat.getByText('The agent ended the conversation')).toBeVisible()
  await expect(desk.log.getByText(/^Session ended by the agent/u).last()).toBeVisible()
  await shop.close()
})

test('R-18-014 the customer learns the outward name of the agent and never the real one', async ({
  server,
  person,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const context = await person()
  const [page = await context.newPage()] = context.pages()
  const received: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => received.push(String(payload)))
  })
  const visitor = await visit(context, shop.url)
  await visitor.openChat()
  await visitor.send('Who is there?')
  await desk.openSaying('Who is there')
  await desk.send('Good morning')
  await expect(visitor.message('Good morning')).toBeVisible()
  await expect(visitor.chat.getByRole('heading', { level: 1 })).toHaveText('知夏')

  const [agent] = demoAccounts(server)
  await expect.poll(() => received.join('\n')).toContain('知夏')
  expect(received.join('\n')).not.toContain(agent?.name)
  await expect(visitor.chat.locator('body')).not.toContainText(agent?.name ?? '')
  await shop.close()
})

test('R-18-036 R-18-027 history is there on return, in a second tab too, and only in this browser', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const context = await person()
  const first = await visit(context, shop.url)
  await first.openChat()
  await first.send('I shall be back')
  await desk.openSaying('I shall be back')
  await first.page.close()
  await desk.send('We are here')

  const again = await visit(context, shop.url)
  await expect(again.page.getByRole('button', { name: 'Chat with us, 1 unread' })).toBeVisible()
  await again.openChat()
  await expect(again.message('I shall be back')).toHaveCount(1)
  await expect(again.message('We are here')).toHaveCount(1)

  const second = await visit(context, `${shop.url}/?other`)
  await second.openChat()
  await expect(second.message('We are here')).toHaveCount(1)
  await second.send('From the second tab')
  await expect(again.message('From the second tab')).toHaveCount(1)
  await expect(desk.message('From the second tab')).toHaveCount(1)

  const stranger = await visit(await guest(), shop.url)
  await stranger.openChat()
  await expect(stranger.messages).not.toContainText('I shall be back')
  await shop.close()
})
