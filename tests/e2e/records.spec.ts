import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { violations } from './support/axe.ts'
import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script> & "more"'

/** Opened by the keyboard alone. */
const openManager = async (page: Page) => {
  await page.keyboard.press('Control+K')
  await page.keyboard.insertText('Message manager')
  await page
    .getByRole('dialog', { name: 'Commands' })
    .getByRole('option', { name: /^Message manager/u, selected: true })
    .waitFor()
  await page.keyboard.press('Enter')
  const manager = page.getByRole('region', { name: 'Message manager' })
  await expect(manager).toBeVisible()
  return manager
}

test('R-06-173 R-06-174 R-06-175 R-03-151 an agent finds what was said, takes it away as a file in which nothing runs, and frees this device of it', async ({
  server,
  person,
  guest,
  complaints,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('The kettle leaks, order 8812')
  // Nobody else is new.
  await desk.row(/waiting for your service/u).click()
  await expect(desk.message('The kettle leaks')).toBeVisible()
  await visitor.send(HOSTILE)
  await expect(desk.message('alert(1)')).toBeVisible()
  await desk.send('Let me see')
  await expect(visitor.message('Let me see')).toHaveCount(1)

  await page.getByRole('button', { name: /^Account and settings/u }).click()
  await page.getByRole('menuitem', { name: 'Message manager' }).click()
  await page.keyboard.press('Escape')
  const manager = await openManager(page)
  const tree = manager.getByRole('tree', { name: 'With whom' })
  await expect(tree.getByRole('treeitem', { level: 1 })).toHaveCount(3)
  await tree.getByRole('treeitem', { name: /^Customers/u }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const records = manager.getByRole('region', { name: /^Records of/u })
  await expect(records).toContainText('The kettle leaks')
  await expect(records).toContainText('Let me see')
  expect(await violations(page)).toEqual([])
  await records.getByRole('searchbox').fill('8812')
  await expect(records.getByText('1 message found')).toBeVisible()
  await records.getByRole('searchbox').fill('')

  const exported = async (format: RegExp): Promise<{ name: string; text: string }> => {
    const coming = page.waitForEvent('download')
    await records.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: format }).click()
    const download = await coming
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const asText = await exported(/^As text/u)
  expect(asText.name).toMatch(/^Visitor \d+ \d{4}-\d\d-\d\d\.txt$/u)
  expect(asText.text).toContain('The kettle leaks, order 8812')
  const asPage = await exported(/HTML/u)
  expect(asPage.text).not.toMatch(/<(?:img|script)/u)
  expect(asPage.text).toContain('alert(2)')
  const asData = await exported(/JSON/u)
  expect(JSON.parse(asData.text)).toMatchObject({
    format: 'foyer-records',
    messages: expect.arrayContaining([expect.objectContaining({ body: { kind: 'text', text: HOSTILE } })]),
  })
  await expect(records.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()

  // Off this device: asked once, gone from the manager and the thread, and there again when it is wanted.
  await records.getByRole('button', { name: 'Delete on this device…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Delete the messages with/u })
  await expect(dialog).toContainText('colleagues keep the messages')
  await dialog.getByRole('button', { name: 'Delete here' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(records.getByText(/^Deleted on this device on /u)).toBeVisible()
  await expect(records.getByText('The kettle leaks')).toHaveCount(0)
  await records.getByRole('searchbox').fill('8812')
  await expect(records.getByText('Nothing found')).toBeVisible()
  await records.getByRole('searchbox').fill('')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(manager).toHaveCount(0)
  const line = page.getByRole('note').filter({ hasText: 'Deleted on this device on' })
  await expect(line).toBeVisible()
  await expect(desk.message('The kettle leaks')).toHaveCount(0)
  await expect(page.locator('[data-id][aria-selected="true"]')).toContainText('Deleted on this device')
  await page.reload()
  await expect(line).toBeVisible()
  await visitor.send('Are you there?')
  await expect(desk.message('Are you there?')).toBeVisible()
  await expect(desk.message('Let me see')).toHaveCount(0)
  await line.getByRole('button', { name: 'Show again' }).click()
  await expect(desk.message('The kettle leaks')).toBeVisible()
  await expect(desk.message('Let me see')).toHaveCount(1)
  await expect(line).toHaveCount(0)

  // Without the server nothing can be shown again; the thread says so, and shows it by itself once the server is back.
  const again = await openManager(page)
  await again
    .getByRole('tree', { name: 'With whom' })
    .getByRole('treeitem', { name: /^Visitor/u })
    .first()
    .click()
  await again.getByRole('button', { name: 'Delete on this device…' }).click()
  await dialog.getByRole('button', { name: 'Delete here' }).click()
  await expect(again.getByText(/^Deleted on this device on /u)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(again).toHaveCount(0)
  await expect(line).toBeVisible()
  complaints.serverMayBeAway()
  await server.kill()
  await line.getByRole('button', { name: 'Show again' }).click()
  await expect(line).toHaveCount(0)
  const thread = page.getByRole('region', { name: 'Conversation' })
  await expect(thread.getByText('There is no connection')).toBeVisible()
  await expect(thread.getByText('No messages yet')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await server.start()
  await expect(desk.message('The kettle leaks')).toBeVisible({ timeout: 30_000 })
  await expect(desk.message('Let me see')).toHaveCount(1)
})
