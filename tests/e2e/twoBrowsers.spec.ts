import type { Locator } from '@playwright/test'

import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { gone, holds, openTwoDesks } from './support/twoDesks.ts'
import { visit } from './support/visitor.ts'

const caretOf = async (field: Locator): Promise<number> =>
  field.evaluate((element: HTMLTextAreaElement) => element.selectionStart)

test('R-17-033 R-17-010 R-03-096 R-03-055 an agent in two browsers: what one does with a conversation and its customer the other shows, both ways', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const { here, there, follows, figures } = await openTwoDesks(server, person)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('The kettle leaks, order 8812')
  // Nobody else is new.
  await here.row(/waiting for your service/u).click()
  await expect(here.message('The kettle leaks')).toBeVisible()
  const id = await here.list.getByRole('option', { selected: true }).getAttribute('data-id')
  if (id === null) throw new Error('no conversation is open')
  const [rowHere, rowThere] = [here, there].map(({ list }) => list.locator(`[data-id="${id}"]`))
  if (!rowHere || !rowThere) throw new Error('no row')
  const panelHere = here.page.getByRole('complementary', { name: 'Customer', exact: true })
  const panelThere = there.page.getByRole('complementary', { name: 'Customer', exact: true })

  // Somewhere else, the other browser stays where it is.
  await there.list.getByRole('option').nth(3).click()
  const openThere = there.list.getByRole('option', { selected: true })
  const elsewhere = await openThere.getAttribute('data-id')
  expect(elsewhere).not.toBe(id)

  // Drafts, with the place of the caret.
  await follows('draft in the list', async () => here.field.fill('Let me see'), rowThere.getByText('[Draft]'))
  await rowThere.click()
  await expect(there.message('The kettle leaks')).toBeVisible()
  await follows(
    'draft in the field',
    async () => here.field.fill('Let me look at it'),
    holds(there.field, 'Let me look at it'),
  )
  await follows(
    'caret',
    async () => {
      await here.field.focus()
      await here.page.keyboard.press('Home')
      await here.list.locator(`[data-id="${elsewhere}"]`).click()
    },
    async () => (await caretOf(there.field)) === 0,
  )
  await rowHere.click()
  await follows('draft, back', async () => there.field.fill('We will'), holds(here.field, 'We will'))
  await follows('draft cleared', async () => there.field.fill(''), holds(here.field, ''))

  // Messages and what becomes of them.
  await follows('message of the customer', async () => visitor.send('Hello?'), there.message('Hello?'))
  await follows('message', async () => here.send('One moment'), there.message('One moment'))
  await follows('message, back', async () => there.send('I know this one'), here.message('I know this one'))
  await follows(
    'recall',
    async () => here.message('I know this one').getByRole('button', { name: 'Take back' }).press('Enter'),
    gone(there.message('I know this one')),
  )

  // The row.
  const { keyboard } = here.page
  const { keyboard: otherKeyboard } = there.page
  await here.field.focus()
  await there.field.focus()
  await follows('pin', async () => keyboard.press('Alt+P'), rowThere.getByRole('img', { name: 'Pinned' }))
  await follows(
    'unpin',
    async () => otherKeyboard.press('Alt+P'),
    gone(rowHere.getByRole('img', { name: 'Pinned' })),
  )
  const starThere = there.page.getByRole('button', { name: /^Favourite in/u })
  await follows(
    'star',
    async () => {
      await keyboard.press('Alt+S')
      await here.page.getByRole('menuitemradio', { name: 'No group' }).click()
    },
    starThere,
  )
  await follows(
    'unstar',
    async () => {
      await starThere.click()
      await there.page.getByRole('menuitem', { name: 'Remove favourite' }).click()
    },
    here.page.getByRole('button', { name: 'Add to favourites', exact: true }),
  )
  await follows(
    'private name',
    async () => {
      await rowHere.click({ button: 'right' })
      await here.page.getByRole('menuitem', { name: 'Private remark…' }).click()
      await keyboard.insertText('Kettle man')
      await keyboard.press('Enter')
    },
    rowThere.getByText('Kettle man'),
  )
  await follows(
    'note',
    async () => {
      await here.field.focus()
      await keyboard.press('Alt+I')
      await keyboard.insertText('Knows the boss')
      await keyboard.press('Enter')
    },
    there.page.getByText('Knows the boss'),
  )

  await follows(
    'a new colour mark',
    async () => {
      await here.field.focus()
      await keyboard.press('Alt+C')
      await here.page.getByRole('button', { name: 'Settings…' }).click()
      const editor = here.page.getByRole('dialog', { name: 'Colour marks' })
      await editor.getByRole('button', { name: 'Add a mark' }).click()
      await editor.getByRole('textbox', { name: 'Name' }).last().fill('Later')
      await editor.getByRole('button', { name: 'Save' }).click()
      await expect(editor).toBeHidden()
      await there.field.focus()
      await otherKeyboard.press('Alt+C')
    },
    there.page.getByRole('menuitemcheckbox', { name: 'Later' }),
  )
  await follows(
    'colour mark',
    async () => otherKeyboard.press('1'),
    rowHere.getByRole('img', { name: 'Later' }),
  )
  await follows(
    'colour mark, back',
    async () => otherKeyboard.press('1'),
    gone(rowHere.getByRole('img', { name: 'Later' })),
  )
  await otherKeyboard.press('Escape')

  // The customer.
  const companyThere = panelThere.getByRole('textbox', { name: 'Company', exact: true })
  await follows(
    'profile field',
    async () => {
      await panelHere.getByRole('textbox', { name: 'Company', exact: true }).fill('Kettles Ltd')
      await keyboard.press('Tab')
    },
    holds(companyThere, 'Kettles Ltd'),
  )
  await follows(
    'name',
    async () => {
      await panelThere.getByRole('textbox', { name: 'Name', exact: true }).fill('Ms Li')
      await otherKeyboard.press('Tab')
    },
    holds(panelHere.getByRole('textbox', { name: 'Name', exact: true }), 'Ms Li'),
  )
  await follows(
    'stage',
    async () => panelHere.getByRole('combobox', { name: 'Follow stage' }).selectOption('Won'),
    panelThere.getByRole('radio', { name: 'Won', checked: true }),
  )
  await follows(
    'tag',
    async () => {
      await panelHere.getByRole('button', { name: 'Add a tag' }).click()
      await here.page.getByRole('dialog', { name: 'Add a tag' }).getByRole('checkbox').first().click()
    },
    panelThere.getByRole('button', { name: /^Remove the tag/u }),
  )
  await keyboard.press('Escape')
  await follows(
    'tag taken off',
    async () =>
      panelThere
        .getByRole('button', { name: /^Remove the tag/u })
        .first()
        .click(),
    gone(panelHere.getByRole('button', { name: /^Remove the tag/u })),
  )
  await follows(
    'follow record',
    async () => {
      await keyboard.press('Alt+F')
      await panelHere.getByRole('textbox', { name: 'Add a follow record' }).fill('Sent a new lid')
      await keyboard.press('Control+Enter')
    },
    panelThere.getByText('Sent a new lid'),
  )
  await follows(
    'topic',
    async () => {
      await here.field.focus()
      await keyboard.press('Alt+M')
      await here.page.getByRole('dialog', { name: 'Session topics' }).getByRole('option').first().click()
    },
    there.page.getByRole('button', { name: /^Topic: /u }),
  )

  // What is to come.
  await follows(
    'reminder',
    async () => {
      await here.field.focus()
      await keyboard.press('Alt+B')
      await here.page.getByRole('button', { name: 'In an hour' }).click()
    },
    there.page.getByRole('button', { name: 'Do not remind me' }),
  )
  await follows(
    'reminder taken off',
    async () => there.page.getByRole('button', { name: 'Do not remind me' }).click(),
    gone(here.page.getByRole('button', { name: 'Do not remind me' })),
  )
  await follows(
    'message for later',
    async () => {
      await here.field.fill('Are you happy with it?')
      await here.page.getByRole('button', { name: 'Send later' }).click()
      await here.page.getByRole('button', { name: 'In an hour' }).click()
    },
    there.page.getByRole('region', { name: 'Goes out later' }).getByText('Are you happy with it?'),
  )
  await follows(
    'message for later taken back',
    async () => there.page.getByRole('button', { name: /^Do not send/u }).click(),
    gone(here.page.getByRole('region', { name: 'Goes out later' })),
  )

  // What is beside the conversation.
  await otherKeyboard.press('Alt+H')
  await expect(panelThere.getByText('One moment', { exact: true })).toBeVisible()
  await follows(
    'history beside it',
    async () => here.send('It is on its way'),
    panelThere.getByText('It is on its way'),
  )
  await otherKeyboard.press('Alt+L')
  await expect(panelThere.getByText(/^Answered by/u)).toBeVisible()

  // Whoever types on and on is followed, too.
  let followed = false
  const typing = (async () => {
    while (!followed) await here.field.pressSequentially('and on ')
  })()
  await expect(there.field).toHaveValue(/^and on/u)
  followed = true
  await typing
  await here.field.fill('')

  // Read and unread, while the other looks at somebody else.
  await there.list.locator(`[data-id="${elsewhere}"]`).click()
  await follows(
    'unread',
    async () => {
      await here.field.focus()
      await keyboard.press('Alt+U')
    },
    rowThere.getByText(/\d unread|^1$/u),
  )
  console.info(figures())
})
