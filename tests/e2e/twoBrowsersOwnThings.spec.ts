import type { Locator } from '@playwright/test'

import type { Desk } from './support/desk.ts'
import { expect, test } from './support/test.ts'
import { gone, openTwoDesks } from './support/twoDesks.ts'

test('R-17-033 R-03-156 R-03-184 an agent in two browsers: settings, replies, favourites, chats and presence are the same in both; hot keys and the filter of the list stay where they are', async ({
  server,
  person,
}) => {
  const { here, there, follows, figures } = await openTwoDesks(server, person)
  const openMenu = async ({ page }: Desk, item: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name: /^Account and settings/u }).click()
    await page.getByRole('menu').locator('[role^="menuitem"]').filter({ hasText: item }).click()
  }
  const openSettings = async (desk: Desk, pageName: string): Promise<Locator> => {
    await openMenu(desk, /^Settings/u)
    const settings = desk.page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('button', { name: pageName, exact: true }).click()
    return settings
  }
  const close = async (settings: Locator): Promise<void> => {
    await settings.getByRole('button', { name: 'Close' }).click()
    await expect(settings).toHaveCount(0)
  }

  // Settings.
  const look = there.page.locator('html')
  await follows('theme', async () => openMenu(here, 'Dark'), there.page.locator('html[data-theme="dark"]'))
  const looks = await openSettings(here, 'Appearance')
  await follows(
    'text size',
    async () => looks.getByRole('combobox', { name: 'Text size' }).selectOption('125 %'),
    async () => (await look.evaluate((root) => getComputedStyle(root).fontSize)) === '20px',
  )
  await follows(
    'skin',
    async () => looks.getByRole('combobox', { name: 'Skin' }).selectOption('Ocean'),
    there.page.locator('html[data-skin="tinted"]'),
  )
  await looks.getByRole('combobox', { name: 'Text size' }).selectOption('100 %')
  await close(looks)
  const list = await openSettings(here, 'Conversation list')
  await follows(
    'list mode',
    async () => list.getByText('In session and all').click(),
    there.page.getByRole('tab', { name: /^In session/u }),
  )
  await follows(
    'categories',
    async () => list.getByRole('checkbox', { name: 'Groups' }).click(),
    gone(
      there.page.getByRole('navigation', { name: 'Categories' }).getByRole('button', { name: /^Groups/u }),
    ),
  )
  await list.getByRole('checkbox', { name: 'Groups' }).click()
  await list.getByText('All sessions', { exact: true }).click()
  await close(list)
  await expect(here.page.getByRole('tab', { name: /^In session/u })).toHaveCount(0)
  const keysHere = await openSettings(here, 'Hot keys')
  const keysThere = await openSettings(there, 'Hot keys')
  await keysHere.getByRole('button', { name: /^Keys of Pin:/u }).click()
  await here.page.keyboard.press('Alt+J')
  await expect(keysHere.getByRole('button', { name: 'Keys of Pin: Alt+J' })).toBeVisible()
  await follows(
    'macro',
    async () => {
      await keysHere.getByRole('button', { name: 'New macro' }).click()
      await keysHere.getByRole('textbox', { name: 'Name' }).fill('Done with it')
      await keysHere.getByRole('combobox', { name: 'Add a step' }).selectOption('End session')
      await keysHere.getByRole('button', { name: 'Save' }).click()
    },
    keysThere.getByText('Done with it'),
  )
  // Of this device alone, as the spec wants it.
  await expect(keysThere.getByRole('button', { name: 'Keys of Pin: Alt+P' })).toBeVisible()
  await close(keysHere)
  await close(keysThere)

  // A filter is called by its name everywhere, and set in one window.
  const filterOf = ({ page }: Desk) =>
    page.getByRole('region', { name: 'Conversations' }).getByRole('button', { name: 'Filter', exact: true })
  await filterOf(there).click()
  await follows(
    'named filter',
    async () => {
      await filterOf(here).click()
      await here.page.getByRole('checkbox', { name: 'Unread' }).check()
      await here.page.getByRole('textbox', { name: 'Name of the filter' }).fill('Open ones')
      await here.page.keyboard.press('Enter')
    },
    there.page.getByRole('button', { name: 'Open ones', exact: true }),
  )
  await expect(there.page.getByRole('checkbox', { name: 'Unread' })).not.toBeChecked()
  await here.page
    .getByRole('dialog', { name: 'Filter' })
    .getByRole('button', { name: 'Clear filter' })
    .click()
  await there.page.keyboard.press('Escape')

  // Quick replies.
  const row = here.list.getByRole('option').nth(4)
  await row.click()
  await there.list.locator(`[data-id="${(await row.getAttribute('data-id')) ?? ''}"]`).click()
  const repliesOf = async ({ page }: Desk): Promise<Locator> => {
    await page
      .getByRole('toolbar', { name: 'Writing tools' })
      .getByRole('button', { name: 'Quick replies' })
      .click()
    const panel = page.getByRole('dialog', { name: 'Quick replies' })
    await expect(panel).toBeVisible()
    return panel
  }
  const addReply = async (title: string): Promise<void> => {
    await here.page.getByRole('button', { name: 'New and import' }).click()
    await here.page.getByRole('menuitem', { name: 'New quick reply' }).click()
    const editor = here.page.getByRole('dialog', { name: 'New quick reply' })
    await editor.getByRole('combobox', { name: /^Group/u }).fill('Kettles')
    await editor.getByRole('textbox', { name: 'Title' }).fill(title)
    await editor.getByRole('textbox', { name: 'Message 1' }).fill(`About the ${title}`)
    await editor.getByRole('button', { name: 'Save' }).click()
  }
  const repliesThere = await repliesOf(there)
  const repliesHere = await repliesOf(here)
  await follows('quick reply', async () => addReply('Lid'), repliesThere.getByText('Lid', { exact: true }))
  await follows(
    'second quick reply',
    async () => addReply('Spout'),
    repliesThere.getByText('Spout', { exact: true }),
  )
  const titles = async (panel: Locator): Promise<readonly string[]> =>
    panel.getByRole('row').filter({ hasText: 'About the' }).locator('.fy-replies-title').allInnerTexts()
  const ofReply = async ({ page }: Desk, panel: Locator, title: string, item: string): Promise<void> => {
    await panel.getByRole('button', { name: `More for “${title}”` }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await follows(
    'place of a quick reply',
    async () => ofReply(there, repliesThere, 'Spout', 'Move up'),
    async () => (await titles(repliesHere)).join().startsWith('Spout'),
  )
  await follows(
    'quick reply deleted',
    async () => ofReply(here, repliesHere, 'Lid', 'Delete'),
    gone(repliesThere.getByText('Lid', { exact: true })),
  )
  await here.page.keyboard.press('Escape')
  await there.page.keyboard.press('Escape')

  // What is kept and sent to oneself.
  const word = here.log.getByRole('article').last()
  const ofMessage = async (item: string): Promise<void> => {
    await word.click({ button: 'right' })
    await here.page.getByRole('menuitem', { name: item }).click()
  }
  await openMenu(there, 'My favourites')
  const favourites = there.page.getByRole('region', { name: 'My favourites' })
  await follows('favourite', async () => ofMessage('Add to favourites'), favourites.getByText('1 favourite'))
  await there.page.keyboard.press('Escape')
  await openMenu(there, 'File assistant')
  await expect(there.page.getByRole('heading', { name: 'File assistant' })).toBeVisible()
  await follows(
    'sent to own devices',
    async () => ofMessage('Send to my devices'),
    there.log.getByRole('article'),
  )
  await openMenu(here, 'File assistant')
  // What is written before it is open goes to the conversation that still is.
  await expect(here.page.getByRole('heading', { name: 'File assistant' }).first()).toBeVisible()
  await follows('file assistant', async () => here.send('Buy milk'), there.message('Buy milk'))
  await follows('file assistant, back', async () => there.send('And bread'), here.message('And bread'))

  // Colleagues.
  for (const { page } of [here, there])
    await page
      .getByRole('navigation', { name: 'Categories' })
      .getByRole('button', { name: /^Groups/u })
      .click()
  const chatThere = there.row(/Kettle round/u)
  await follows(
    'new chat',
    async () => {
      await here.page.keyboard.press('Control+K')
      await here.page.keyboard.insertText('New chat')
      await here.page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first().click()
      const dialog = here.page.getByRole('dialog', { name: 'New chat' })
      for (const name of ['周予安', '陈可']) {
        await dialog.getByRole('searchbox').fill(name)
        await dialog.getByRole('button', { name: new RegExp(name, 'u') }).click()
      }
      await dialog.getByRole('textbox', { name: 'Name of the chat' }).fill('Kettle round')
      await dialog.getByRole('button', { name: 'Start chat' }).click()
    },
    chatThere,
  )
  await chatThere.click()
  await follows('chat', async () => here.send('Lids are back'), there.message('Lids are back'))
  await follows('chat, back', async () => there.send('At last'), here.message('At last'))
  await follows(
    'name of a chat',
    async () => {
      await there.page.getByRole('button', { name: 'Rename' }).click()
      await there.page.getByRole('dialog').getByRole('textbox').fill('Lid round')
      await there.page.keyboard.press('Enter')
    },
    here.page.getByRole('heading', { name: 'Lid round' }),
  )
  await follows(
    'messages of a chat',
    async () => {
      await here.row(/Lid round/u).click({ button: 'right' })
      await here.page.getByRole('menuitem', { name: 'Message setting…' }).click()
      await here.page.getByRole('menuitemradio', { name: 'Receive silently' }).click()
    },
    there.row(/Lid round/u).getByRole('img', { name: 'Silenced' }),
  )

  // Whether one is there.
  await follows(
    'presence',
    async () => {
      await here.page.getByRole('banner').getByRole('button', { name: 'Online' }).click()
      await here.page.getByRole('menuitemradio', { name: 'Busy' }).click()
    },
    there.page.getByRole('banner').getByRole('button', { name: 'Busy' }),
  )
  await follows(
    'reception',
    async () => {
      await there.page.getByRole('switch').click()
      await there.page.getByRole('button', { name: 'Turn off' }).click()
    },
    here.page.getByRole('switch', { name: 'Reception off' }),
  )
  console.info(figures())
})
