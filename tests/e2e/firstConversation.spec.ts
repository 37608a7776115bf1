import { openDesk, poolTick } from './support/desk.ts'
import { watchTexts } from './support/passing.ts'
import { expect, test } from './support/test.ts'

test('R-02-146 R-03-079 the waiting customer is accepted from the pool, answered, answers back, and the session is ended', async ({
  server,
  person,
}) => {
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const waiting = page.getByRole('button', { name: /^Waiting customers/u })
  await expect(waiting).toHaveText(/Waiting customers\s*1/u)

  await waiting.click()
  const pool = page.getByRole('region', { name: 'Waiting customers' })
  const label = await pool.getByRole('checkbox').first().getAttribute('aria-label')
  const name = (label ?? '').replace('Select ', '')
  await poolTick(pool, name).click()
  await pool.getByRole('button', { name: 'Accept', exact: true }).click()

  await expect(pool).toBeHidden()
  await expect(desk.row(name)).toHaveAttribute('aria-selected', 'true')
  await expect(waiting).toHaveText(/Waiting customers\s*0/u)
  await expect(desk.field).toBeFocused()
  await expect(page.getByRole('heading', { name, level: 2 }).first()).toBeVisible()

  // The answer is written with the keyboard only, right after accepting.
  const own = '您好，我是知夏。请问机器是什么时候买的？'
  await page.keyboard.insertText(own)
  const rows = await watchTexts(page, '[role="option"]')
  await expect(desk.lock).toHaveCount(0)
  await page.keyboard.press('Enter')
  const sent = desk.message(own)
  await expect(sent).toHaveCount(1)
  await expect(sent.getByRole('img', { name: 'Read' })).toBeVisible()

  // Meanwhile another conversation is open: typing and the unread answer show in the list.
  const others = desk.list.getByRole('option').filter({ hasNotText: name })
  await others.first().click()
  await expect
    .poll(async () => (await rows()).filter((text) => text.includes(name)).join('\n'))
    .toContain('Typing…')
  await expect(desk.row(name)).toContainText(/\d unread message/u)
  await expect(page).toHaveTitle(/^\(\d/u)

  await desk.open(name)
  await expect(desk.row(name)).not.toContainText('unread message')
  // The customer's answer stands below the agent's message.
  await expect(desk.log.getByRole('article').last()).toContainText(name)

  // A customer who is writing just then is asked for first; the end stands in the thread either way.
  await page.getByRole('button', { name: 'End session' }).click()
  const anyway = page.getByRole('button', { name: 'End anyway' })
  const ended = desk.log.getByText(/^Session ended by the agent/u).last()
  await expect(async () => {
    if (await anyway.isVisible()) await anyway.click({ timeout: 5_000 })
    await expect(ended).toBeVisible({ timeout: 1000 })
  }).toPass()
})
