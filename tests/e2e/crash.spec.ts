import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-18-026 kill -9 while both sides write: drafts stay, what was sent meanwhile arrives once and in order', async ({
  server,
  person,
  guest,
  complaints,
}) => {
  complaints.serverMayBeAway()
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Before the crash')
  await desk.openSaying('Before the crash')
  await desk.send('I am here')
  await expect(visitor.message('I am here')).toHaveCount(1)

  await desk.field.pressSequentially('A half written ans')
  await visitor.field.pressSequentially('A half written que')
  await server.kill()
  await expect(visitor.chat.getByText('No connection. Trying to reconnect…')).toBeVisible()

  // Both go on: what is complete is sent into the outbox, what is not stays in the field.
  await desk.send('First answer')
  await desk.send('Second answer')
  await expect(desk.message('Second answer')).toContainText(/Waiting to be sent|Will be sent/u)
  await visitor.send('First question')
  await visitor.send('Second question')
  await expect(visitor.message('Second question')).toContainText('Waiting to be sent')
  await desk.field.fill('A half written answer')
  await visitor.field.fill('A half written question')

  // The desk's page comes from the server, so it can be loaded again only afterwards; the customer's need not be told.
  await server.start()
  await desk.page.reload()
  await visitor.page.reload()
  await visitor.entry.click()
  await desk.openSaying('Before the crash')
  await expect(desk.field).toHaveValue('A half written answer')
  await expect(visitor.field).toHaveValue('A half written question')

  const lines = ['First answer', 'Second answer', 'First question', 'Second question']
  for (const text of lines) {
    await expect(visitor.message(text)).toHaveCount(1)
    await expect(desk.message(text)).toHaveCount(1)
    await expect(desk.message(text)).not.toContainText(/to be sent|Will be/u)
    await expect(visitor.message(text)).not.toContainText('Waiting to be sent')
  }
  for (const text of [desk.log, visitor.messages]) {
    await expect(text).toContainText(/First answer[^]*Second answer/u)
    await expect(text).toContainText(/First question[^]*Second question/u)
  }
  await shop.close()
})

test('R-06-064 what waits in the outbox survives the end of the browser page and goes out in order', async ({
  server,
  person,
  guest,
  complaints,
}) => {
  complaints.serverMayBeAway()
  const shop = await openShop(server)
  const context = await person()
  const desk = await openDesk(context, server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Anybody there?')
  await desk.openSaying('Anybody there')

  await server.kill()
  await desk.send('Just a second')
  await desk.send('I look it up')
  await expect(desk.message('I look it up')).toContainText(/Waiting to be sent|Will be sent/u)
  await desk.page.close({ runBeforeUnload: false })
  await server.start()

  const page = await context.newPage()
  await page.goto(`${server.url}/?lang=en`)
  await expect(visitor.message('I look it up')).toHaveCount(1)
  await expect(visitor.message('Just a second')).toHaveCount(1)
  await expect(visitor.messages).toContainText(/Just a second[^]*I look it up/u)
  await shop.close()
})
