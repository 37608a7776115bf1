import AxeBuilder from '@axe-core/playwright'

import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-02-242 R-02-253 R-18-044 an agent sees who is on the page, invites them, and they meet', async ({
  server,
  person,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  await desk.page.getByRole('button', { name: /^Visitors/u }).click()
  const panel = desk.page.getByRole('region', { name: 'Visitors' })
  await expect(panel).toContainText('Nobody is on your pages right now')

  const visitor = await visit(await person(), shop.url)
  const row = panel.getByRole('row').filter({ hasText: 'Direct' })
  await expect(row).toContainText('Browsing')
  await expect(row).toContainText('127.0.*.*')
  await row.getByRole('button', { name: /^Invite/u }).click()

  // Nothing of the page is taken: the focus stays, and Esc closes.
  const invitation = visitor.page.getByRole('region', { name: 'Can we help you?' })
  await expect(invitation).toBeVisible()
  await expect(invitation).toContainText('知夏')
  await expect(invitation.getByRole('button', { name: 'Chat now' })).not.toBeFocused()
  await expect(row).toContainText('Being invited by 林知夏')
  await visitor.page.keyboard.press('Escape')
  await expect(invitation).toBeHidden()
  await expect(row).toContainText('Declined')

  await desk.page.mouse.move(0, 0)
  await row.getByRole('button', { name: /^Invite/u }).click()
  await invitation.getByRole('button', { name: 'Chat now' }).click()
  await expect(visitor.chat.getByRole('button', { name: /^(?:Minimise|收起)$/u })).toBeVisible()
  await expect(row).toContainText('In session')

  await desk.page.keyboard.press('Escape')
  await desk.list
    .getByRole('option')
    .filter({ hasText: /Visitor|访客/u })
    .first()
    .click()
  await desk.send('How can I help?')
  await expect(visitor.message('How can I help?')).toBeVisible()
  const facts = desk.page.getByRole('complementary').filter({ hasText: 'On your pages' })
  await expect(facts).toContainText('127.0.*.*')
  await expect(facts).toContainText('Computer')
  await shop.close()
})

test('R-18-046 R-18-045 a browser that asks not to be tracked tells nothing, and a question for consent stays uncovered', async ({
  server,
  person,
}) => {
  const shop = await openShop(server, { calm: true })
  const desk = await openDesk(await person(), server)
  await desk.page.getByRole('button', { name: /^Visitors/u }).click()
  const panel = desk.page.getByRole('region', { name: 'Visitors' })

  const context = await person({ viewport: { width: 390, height: 740 } })
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })
  })
  const told: string[] = []
  context.on('request', (request) => {
    if (request.url().endsWith('/api/visit')) told.push(request.url())
  })
  const { page } = await visit(context, shop.url)
  await page.getByRole('button', { name: /chat/iu }).waitFor()
  await expect(panel).toContainText('Nobody is on your pages right now')
  expect(told).toEqual([])

  await page.evaluate(() => {
    const banner = document.createElement('aside')
    banner.id = 'cookies'
    banner.style.cssText =
      'position:fixed!important;inset:auto 0 0 0!important;height:120px!important;background:#eee!important'
    document.body.append(banner)
    ;(window as unknown as { foyer: (name: string) => void }).foyer('consent')
  })
  const row = panel.getByRole('row').filter({ hasText: 'Direct' })
  await row.getByRole('button', { name: /^Invite/u }).click()
  await expect(row).toContainText('Being invited')
  const invitation = page.getByRole('region', { name: 'Can we help you?' })
  await expect(page.locator('section[aria-label="Can we help you?"]')).toBeAttached()
  await expect(invitation).toBeHidden()
  await page.evaluate(() => {
    document.querySelector('#cookies')?.remove()
  })
  await expect(invitation).toBeVisible()
  // What lies in a shadow tree is ours; the rest of the page is not.
  const { violations } = await new AxeBuilder({ page }).analyze()
  const ours = violations.flatMap(({ id, nodes }) =>
    nodes.some(({ target }) => Array.isArray(target[0])) ? [id] : [],
  )
  expect(ours).toEqual([])
  const { height = 999 } = (await invitation.boundingBox()) ?? {}
  expect(height).toBeLessThanOrEqual(0.4 * 740)
  await shop.close()
})
