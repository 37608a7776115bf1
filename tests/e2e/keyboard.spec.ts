import type { Page } from '@playwright/test'

import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

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

test('the whole round with the keyboard alone: accept, answer, next conversation, search, end', async ({
  server,
  person,
}) => {
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const { keyboard } = page
  const heading = page.getByRole('main').getByRole('heading', { level: 2 }).first()

  await keyboard.press('Alt+A')
  await expect(desk.field).toBeFocused()
  const first = (await heading.textContent()) ?? ''
  await keyboard.insertText('Hello, I am here')
  await keyboard.press('Control+Enter')
  await keyboard.insertText('on the second line')
  await expect(desk.field).toHaveValue('Hello, I am here\non the second line')
  await keyboard.press('Enter')
  await expect(desk.message('on the second line')).toHaveCount(1)

  await keyboard.press('Alt+ArrowDown')
  await expect(heading).not.toHaveText(first)
  await expect(desk.field).toBeFocused()
  await keyboard.press('Alt+ArrowUp')
  await expect(heading).toHaveText(first)

  await keyboard.press('Control+K')
  await expect(desk.search).toBeFocused()
  await keyboard.insertText('Isabel')
  await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option').first()).toContainText(
    'Isabel',
  )
  await keyboard.press('Enter')
  await expect(heading).toContainText('Isabel')
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

test('R-03-089 Chinese through an input method: its Enter chooses the word and does not send, on both sides', async ({
  server,
  person,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const visitor = await visit(await person(), shop.url)
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
