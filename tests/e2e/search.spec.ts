import type { Locator } from '@playwright/test'

import { openDesk } from './support/desk.ts'
import { writeLines } from './support/longTalk.ts'
import { demoAccounts, openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'
import { writeAndEnter } from './support/writeAndEnter.ts'

/** By how many pixels the topmost row seen moves by itself until the list rests. */
const jumpOfTop = async (log: Locator): Promise<number> =>
  log.evaluate(async (box) => {
    const frame = async (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    const edge = box.getBoundingClientRect().top
    let scrolled = NaN
    while (scrolled !== box.scrollTop) {
      scrolled = box.scrollTop
      await frame()
      await frame()
    }
    const topRow = [...box.querySelectorAll('[data-key]')].find(
      (row) => row.getBoundingClientRect().bottom > edge + 8,
    )
    if (!topRow) return 0
    const before = topRow.getBoundingClientRect().top
    for (let count = 0; count < 10; count += 1) await frame()
    return topRow.isConnected ? Math.abs(topRow.getBoundingClientRect().top - before) : 0
  })

test('R-17-040 R-17-046 one and two Chinese characters find the message inside a sentence, marked, and lead to its place', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('我家的貔貅摆件碎了，能换一个吗？')
  const results = desk.page.getByRole('listbox', { name: 'Results' })
  for (const query of ['貅', '貔貅']) {
    await desk.search.fill(query)
    const hit = results.getByRole('option').filter({ hasText: '貔貅摆件' })
    await expect(hit.first().locator('mark').first()).toHaveText(query)
    await hit.first().click()
    await expect(desk.message('貔貅摆件')).toBeInViewport()
    await expect(desk.search).toHaveValue('')
  }
  await desk.search.fill('貔貅')
  await expect(results.getByRole('option').filter({ hasText: '貔貅摆件' }).first()).toBeVisible()
  await writeAndEnter(desk.search, '税号')
  await expect(desk.log).toContainText('税号')
  await shop.close()
})

test('R-06-132 older messages come on scrolling up without a jump of what is being read', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('The very first line')
  await desk.openSaying('The very first line')
  const lines = 45
  const [account] = demoAccounts(server)
  const conversationId = await desk.list.getByRole('option', { selected: true }).getAttribute('data-id')
  if (!account || conversationId === null) throw new Error('the demonstration has no desk')
  await writeLines(server, account, {
    conversationId,
    lines: Array.from({ length: lines }, (_, index) => `Line ${index + 1} of a long talk`),
  })
  await expect(visitor.message(`Line ${lines} of`)).toHaveCount(1)

  // A browser that was not there has only the newest ones at first.
  const fresh = await openDesk(await person(), server)
  await fresh.openSaying(`Line ${lines} of`)
  await expect(fresh.message(`Line ${lines} of`)).toBeInViewport()
  await fresh.log.hover()
  await expect(async () => {
    await fresh.page.mouse.wheel(0, -300)
    expect(await jumpOfTop(fresh.log)).toBeLessThanOrEqual(1)
    await expect(fresh.message('The very first line')).toBeInViewport({ timeout: 250 })
  }).toPass()

  // Every row on the way is there once and in order.
  await expect(async () => {
    const seen = await fresh.log.getByRole('article').allTextContents()
    const numbers = seen.flatMap((text) => /Line (\d+) of/u.exec(text)?.[1] ?? []).map(Number)
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
  }).toPass()
  await shop.close()
})
