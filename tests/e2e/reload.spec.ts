import { openDesk, poolTick } from './support/desk.ts'
import { meet } from './support/meet.ts'
import { expect, test } from './support/test.ts'

test('forms about a customer are open and half filled in as before after a reload, and forgotten when they are given up', async ({
  server,
  person,
  guest,
}) => {
  const { desk } = await meet({ server, person, guest }, 'The lid is gone')
  const { page } = desk
  const facts = page.getByRole('complementary', { name: 'Customer', exact: true })

  const block = facts.getByRole('button', { name: 'Block', exact: true })
  await block.click()
  const blocking = page.getByRole('dialog', { name: /^Block/u })
  const reason = blocking.getByRole('textbox', { name: 'Reason' })
  await blocking.getByText('7 days').click()
  await reason.fill('Sells pans')
  await page.reload()
  await expect(reason).toHaveValue('Sells pans')
  await expect(blocking.getByRole('radio', { name: '7 days' })).toBeChecked()
  await blocking.getByRole('button', { name: 'Cancel' }).click()
  await expect(blocking).toBeHidden()

  await desk.field.fill('We have lids again')
  await page.getByRole('button', { name: 'Send later' }).click()
  await page.getByRole('button', { name: 'In an hour' }).click()
  const later = page.getByRole('region', { name: 'Goes out later' })
  const edit = later.getByRole('button', { name: 'Change: We have lids again' })
  await edit.click()
  const changing = page.getByRole('dialog', { name: 'When to send it' })
  const text = changing.getByRole('textbox', { name: 'Message' })
  await text.fill('We have blue lids again')
  await page.reload()
  await expect(text).toHaveValue('We have blue lids again')
  await page.keyboard.press('Escape')
  await expect(changing).toBeHidden()

  await facts.getByRole('button', { name: 'Add a note' }).click()
  const note = facts.getByRole('textbox', { name: 'Note', exact: true }).last()
  await note.fill('Wants a blue one')
  await page.reload()
  await expect(note).toHaveValue('Wants a blue one')
  await note.press('Escape')
  await expect(facts.getByRole('button', { name: 'Add a note' })).toBeVisible()

  // Nothing of it comes back that was given up.
  await page.reload()
  await edit.click()
  await expect(text).toHaveValue('We have lids again')
  await page.keyboard.press('Escape')
  await expect(blocking).toBeHidden()
  await block.click()
  await expect(reason).toHaveValue('')
  await blocking.getByRole('button', { name: 'Cancel' }).click()
  await facts.getByRole('button', { name: 'Add a note' }).click()
  await expect(note).toHaveValue('')
})

test('a quick reply, a forwarding and a new chat go on after a reload where they were, and not once they were closed', async ({
  server,
  person,
  guest,
}) => {
  const { desk } = await meet({ server, person, guest }, 'Where is parcel 4711?')
  const { page } = desk

  const writeReply = async (): Promise<void> => {
    await page
      .getByRole('toolbar', { name: 'Writing tools' })
      .getByRole('button', { name: 'Quick replies' })
      .click()
    await page.getByRole('button', { name: 'New and import' }).click()
    await page.getByRole('menuitem', { name: 'New quick reply' }).click()
  }
  const editor = page.getByRole('dialog', { name: 'New quick reply' })
  const title = editor.getByRole('textbox', { name: 'Title' })
  const said = editor.getByRole('textbox', { name: 'Message 1' })
  await writeReply()
  await editor.getByRole('combobox', { name: /^Group/u }).fill('Parcels')
  await title.fill('Where it is')
  await said.fill('It is on its way.')
  await page.reload()
  await expect(said).toHaveValue('It is on its way.')
  await expect(title).toHaveValue('Where it is')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()
  // What was saved is nothing that is half filled in.
  await writeReply()
  await expect(title).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(editor).toBeHidden()
  const row = page.getByRole('row').filter({ hasText: 'Where it is' })
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Edit/u }).click()
  const changing = page.getByRole('dialog', { name: 'Edit quick reply' })
  const changed = changing.getByRole('textbox', { name: 'Message 1' })
  await changed.fill('It is nearly there.')
  await page.reload()
  await expect(changed).toHaveValue('It is nearly there.')
  await page.keyboard.press('Escape')
  await changing.getByRole('button', { name: 'Discard' }).click()
  await expect(changing).toBeHidden()

  await desk.message('Where is parcel 4711?').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Forward…' }).click()
  const forwarding = page.getByRole('dialog', { name: 'Forward 1 message' })
  const target = forwarding.getByRole('checkbox').first()
  await target.check()
  await page.reload()
  await expect(target).toBeChecked()
  await expect(forwarding.getByRole('button', { name: 'Forward to 1 conversation' })).toBeEnabled()
  await forwarding.getByRole('button', { name: 'Cancel' }).click()
  await expect(forwarding).toBeHidden()

  await page.keyboard.press('Control+K')
  await page.keyboard.insertText('New chat')
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first().click()
  const chat = page.getByRole('dialog', { name: 'New chat' })
  const find = chat.getByRole('searchbox')
  for (const name of ['周予安', '陈可']) {
    await find.fill(name)
    await chat.getByRole('button', { name: new RegExp(name, 'u') }).click()
  }
  const called = chat.getByRole('textbox', { name: 'Name of the chat' })
  await called.fill('Parcels')
  await page.reload()
  await expect(called).toHaveValue('Parcels')
  await expect(chat.getByRole('status')).toContainText('2')
  await chat.getByRole('button', { name: 'Cancel' }).click()
  await expect(chat).toBeHidden()

  // None of them comes back that was closed.
  await page.reload()
  await expect(desk.log).toContainText('Where is parcel 4711?')
  for (const dialog of [editor, changing, forwarding, chat]) await expect(dialog).toBeHidden()
})

test('who is being assigned to whom stands there again after a reload', async ({ server, person }) => {
  const { page } = await openDesk(await person(), server)
  await page.getByRole('button', { name: /^Waiting customers/u }).click()
  const pool = page.getByRole('region', { name: 'Waiting customers' })
  const label = await pool.getByRole('checkbox').first().getAttribute('aria-label')
  const tick = poolTick(pool, (label ?? '').replace('Select ', ''))
  await tick.click()
  await pool.getByRole('button', { name: 'Assign', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Assign 1 waiting customer/u })
  await dialog.getByRole('radiogroup', { name: 'What to change' }).getByText('Owner').click()
  const target = dialog.getByRole('radio', { name: /^周予安/u }).first()
  await target.check()
  await page.reload()
  await expect(target).toBeChecked()
  await dialog.getByRole('button', { name: 'Make owner' }).click()
  await expect(dialog).toBeHidden()
  await expect(pool.getByRole('row').filter({ hasText: '周予安' })).toHaveCount(1)
  await page.reload()
  await expect(pool.getByRole('row').filter({ hasText: '周予安' })).toHaveCount(1)
  await expect(dialog).toBeHidden()
})
