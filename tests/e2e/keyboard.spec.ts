import type { Locator, Page } from '@playwright/test'

import { openDesk } from './support/desk.ts'
import { watchTexts } from './support/passing.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'
import { writeAndEnter } from './support/writeAndEnter.ts'

/** Writes through an input method: the word is composed, then chosen with Enter. */
const compose = async (page: Page, letters: string, word: string): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', {
    text: letters,
    selectionStart: letters.length,
    selectionEnd: letters.length,
  })
  // As browsers report the Enter that ends a composition: code 229, not the key.
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', {
      type,
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    })
  await session.send('Input.insertText', { text: word })
  await session.detach()
}

test('the whole round with the keyboard alone: accept, answer, next conversation, palette, search, end', async ({
  server,
  person,
}) => {
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const { keyboard } = page
  const heading = page
    .getByRole('region', { name: 'Conversation', exact: true })
    .getByRole('heading', { level: 2 })
    .first()

  await expect(page.getByRole('button', { name: /^Waiting customers\s*[1-9]/u })).toBeVisible()
  await keyboard.press('Alt+A')
  await expect(desk.field).toBeFocused()
  await expect(heading).not.toHaveText('Choose a conversation')
  const first = (await heading.textContent()) ?? ''
  await keyboard.insertText('Hello, I am here')
  await keyboard.press('Control+Enter')
  await keyboard.insertText('on the second line')
  await expect(desk.field).toHaveValue('Hello, I am here\non the second line')
  await expect(desk.lock).toHaveCount(0)
  await keyboard.press('Enter')
  await expect(desk.message('on the second line')).toHaveCount(1)

  await keyboard.press('Alt+ArrowDown')
  await expect(heading).not.toHaveText(first)
  await expect(desk.field).toBeFocused()
  await keyboard.press('Alt+ArrowUp')
  await expect(heading).toHaveText(first)

  await keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await keyboard.insertText('Isabel')
  await expect(palette.getByRole('option').first()).toContainText('Isabel')
  await keyboard.press('Enter')
  await expect(heading).toContainText('Isabel')
  await expect(desk.field).toBeFocused()

  await keyboard.press('Control+Shift+F')
  await expect(desk.search).toBeFocused()
  await keyboard.insertText('kettle')
  const results = page.getByRole('listbox', { name: 'Results' })
  await expect(results.getByRole('group', { name: 'Messages' }).getByRole('option').first()).toBeVisible()
  // Tab goes through the categories: customers, friends, private remarks, then messages.
  for (let step = 0; step < 4; step += 1) await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Messages', pressed: true })).toBeVisible()
  await keyboard.press('Escape')
  await expect(desk.field).toBeFocused()

  await keyboard.press('Alt+W')
  await expect(page.getByRole('region', { name: 'Waiting customers' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Waiting customers' })).toBeHidden()

  await keyboard.press('Control+/')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await keyboard.press('Alt+E')
  const ended = desk.log.getByText(/^Session ended by the agent/u).last()
  await expect(ended).toBeVisible()
})

test('R-03-193 R-03-190 the palette lists what is possible with its key; a key is given to another action, its conflict shown before, and several actions go on one key', async ({
  server,
  person,
}) => {
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const { keyboard } = page
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const keysOf = (name: string): Locator =>
    settings.getByRole('button', { name: new RegExp(`^Keys of ${name}:`, 'u') })

  // Nothing is open yet: nothing of it is offered.
  await expect(desk.list.getByRole('option').first()).toBeVisible()
  const palette = page.getByRole('dialog', { name: 'Commands' })
  const line = palette.getByRole('combobox')
  await keyboard.press('Control+K')
  await expect(line).toBeFocused()
  await keyboard.insertText('pin')
  const command = palette.getByRole('option', { name: /^Pin/u })
  await expect(page.getByRole('option', { name: /^Search messages for “pin”/u })).toBeVisible()
  await expect(command).toHaveCount(0)
  await keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await keyboard.press('Alt+ArrowDown')
  await expect(desk.field).toBeFocused()
  await keyboard.press('Control+K')
  await expect(line).toBeFocused()
  await keyboard.insertText('pin')
  await expect(command).toContainText('Alt+P')
  await writeAndEnter(line, 'hot keys')
  const asked = settings.getByText('Press keys…')
  await keysOf('Transfer the session').press('Enter')
  await expect(asked).toBeVisible()
  await keyboard.press('Alt+E')
  await expect(settings.getByRole('alert')).toContainText('Alt+E already belongs to: End session')
  await settings.getByRole('button', { name: 'Use it here' }).press('Enter')
  await expect(keysOf('Transfer the session')).toContainText('Alt+E')
  await expect(keysOf('End session')).toContainText('None')

  await settings.getByRole('button', { name: 'New macro' }).press('Enter')
  await settings.getByRole('textbox', { name: 'Name' }).fill('Send and pin')
  const step = settings.getByRole('combobox', { name: 'Add a step' })
  await step.selectOption({ label: 'Send' })
  await step.selectOption({ label: 'Pin' })
  await settings.getByRole('button', { name: 'Save' }).press('Enter')
  await keysOf('Send and pin').press('Enter')
  await expect(asked).toBeVisible()
  await keyboard.press('Alt+J')
  await expect(keysOf('Send and pin')).toContainText('Alt+J')
  await keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await keyboard.press('Control+,')
  await expect(settings).toBeVisible()
  await keyboard.press('Escape')
  await expect(settings).toHaveCount(0)

  await desk.field.fill('On one key')
  const toasts = await watchTexts(page, '.fy-toast')
  await keyboard.press('Alt+J')
  await expect(desk.message('On one key')).toHaveCount(1)
  await expect.poll(toasts).toContainEqual(expect.stringContaining('conversation pinned'))
  const toast = page.getByRole('status').filter({ hasText: 'conversation pinned' })
  await keyboard.press('Alt+Z')
  await expect(toast).toHaveCount(0)
  // Nothing is written: the first step is not possible, and that is said.
  await keyboard.press('Alt+J')
  await expect(page.getByRole('alert').filter({ hasText: 'Send is not possible now' })).toBeVisible()
})

test('R-03-089 Chinese through an input method: its Enter chooses the word and does not send, on both sides', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()

  // Words that nobody in the demonstration says: the desk finds the conversation by them.
  await visitor.field.focus()
  await compose(visitor.page, 'hu gai ne', '壶盖呢')
  await expect(visitor.field).toHaveValue('壶盖呢')
  await expect(visitor.message('壶盖呢')).toHaveCount(0)
  await visitor.page.keyboard.press('Enter')
  await expect(visitor.message('壶盖呢')).toHaveCount(1)

  await desk.openSaying('壶盖呢')
  await compose(desk.page, 'hu gai zai', '壶盖在')
  await expect(desk.field).toHaveValue('壶盖在')
  await expect(desk.message('壶盖在')).toHaveCount(0)
  await desk.page.keyboard.press('Enter')
  await expect(desk.message('壶盖在')).toHaveCount(1)
  await expect(visitor.message('壶盖在')).toHaveCount(1)
  await shop.close()
})
