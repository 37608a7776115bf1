import AxeBuilder from '@axe-core/playwright'

import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-17-035 R-02-242 R-02-253 R-18-044 R-02-094 R-02-310 R-03-131 an agent sees who is on the page, invites them, is told of their coming, and calls them what they like', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const context = await person()
  await context.addInitScript(countSounds)
  const desk = await openDesk(context, server)
  await desk.page.getByRole('button', { name: /^Visitors/u }).click()
  const panel = desk.page.getByRole('region', { name: 'Visitors' })
  await expect(panel).toContainText('Nobody is on your pages right now')

  const visitor = await visit(await guest(), shop.url)
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
  // On top, with a line and a sound of its own until somebody looks.
  const newcomer = desk.list.getByRole('option').first()
  await expect(newcomer).toContainText('A customer is waiting for your service')
  await expect.poll(() => desk.page.evaluate('window.sounds')).toBeGreaterThan(0)
  // Opened on one of the agent's devices, they are new on none.
  const elsewhere = await openDesk(await person(), server)
  const newThere = elsewhere.list.getByText('A customer is waiting for your service')
  await expect(newThere).toHaveCount(1)
  await newcomer.click()
  await expect(newThere).toHaveCount(0)
  await elsewhere.page.close()
  const opened = desk.list.getByRole('option', { selected: true })
  await expect(opened).toHaveCount(1)
  await expect(opened).not.toContainText('A customer is waiting for your service')
  await expect(desk.log).toContainText('Session started')
  await expect(visitor.messages).toContainText('知夏 is serving you')
  await desk.send('How can I help?')
  await expect(visitor.message('How can I help?')).toBeVisible()

  // What the agent calls them is theirs alone, shown in every place and found.
  const head = desk.page.getByRole('region', { name: 'Conversation', exact: true })
  await expect(head).toContainText('Web · online')
  await opened.focus()
  await desk.page.keyboard.press('Shift+F10')
  await desk.page.getByRole('menuitem', { name: 'Private remark…' }).click()
  const remark = desk.page.getByRole('dialog', { name: /^What you call Visitor/u })
  await remark.getByRole('textbox', { name: 'Private remark' }).fill('Kettle lady')
  await desk.page.keyboard.press('Enter')
  await expect(remark).toBeHidden()
  await expect(desk.row(/Kettle lady/u)).toHaveCount(1)
  const name = head.getByRole('heading', { name: 'Kettle lady' })
  await expect(name).toBeVisible()
  await desk.search.fill('kettle')
  await expect(desk.page.getByRole('listbox', { name: 'Results' })).toContainText('Kettle lady')
  await desk.page.keyboard.press('Escape')
  // A new library name shows at once beside it; without the remark it is the name again.
  await desk.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mrs Li')
  await desk.page.keyboard.press('Enter')
  await name.getByRole('button').click()
  await expect(desk.page.getByRole('dialog', { name: 'What you call Mrs Li' })).toBeVisible()
  await desk.page.getByRole('dialog').getByRole('textbox').fill('')
  await desk.page.keyboard.press('Enter')
  await expect(head.getByRole('heading', { name: 'Mrs Li', exact: true })).toBeVisible()
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
  const { page, entry } = await visit(context, shop.url)
  await entry.waitFor()
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
  await expect
    .poll(async () => (await invitation.boundingBox())?.height ?? 999)
    .toBeLessThanOrEqual(0.4 * 740)
  await shop.close()
})

/** Runs in the page. */
const countSounds = (): void => {
  const page = window as unknown as { sounds: number }
  page.sounds = 0
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number): void {
    page.sounds += 1
    start.call(this, when)
  }
}
