import { saveForm } from './support/accountCenter.ts'
import { openDesk } from './support/desk.ts'
import { meet } from './support/meet.ts'
import { watchTexts } from './support/passing.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-02-260 R-02-264 R-18-047 a customer rates an ended session and changes the rating; the agent sees both', async ({
  server,
  person,
  guest,
  browser,
}) => {
  const { desk, visitor } = await meet({ server, person, guest }, 'Is the kettle still in stock?')
  await desk.send('Yes, it is')
  await expect(visitor.message('Yes, it is')).toHaveCount(1)
  await desk.page.getByRole('button', { name: 'End session' }).click()
  await expect(desk.log).toContainText('The customer was asked how satisfied they are')

  // By the keyboard alone: stars, a tag, whether it was solved, a word.
  const card = visitor.chat.getByRole('region', { name: 'How satisfied are you with this conversation?' })
  await card.getByRole('button', { name: 'Submit' }).click()
  await expect(card.getByRole('alert')).toHaveText('Choose a number of stars first.')
  const { keyboard } = visitor.page
  await card.getByRole('radio', { name: '1 star Very dissatisfied' }).focus()
  for (const _ of [2, 3, 4]) await keyboard.press('ArrowRight')
  await expect(card.getByRole('radio', { name: '4 stars Satisfied' })).toBeChecked()
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await expect(card.getByRole('checkbox', { name: '回复很快' })).toBeChecked()
  await card.getByRole('radio', { name: 'Yes' }).check({ force: true })
  await card.getByRole('textbox').fill('Thanks a lot')
  await card.getByRole('button', { name: 'Submit' }).press('Enter')
  await expect(card.getByRole('status')).toContainText('Thank you for your answer!')
  await expect(card.getByRole('button', { name: 'Submit' })).toHaveCount(0)

  await expect(desk.log).toContainText('★★★★☆ 4 stars · 回复很快 · problem solved · “Thanks a lot”')
  const facts = desk.page.getByRole('complementary', { name: 'Customer', exact: true })
  await expect(facts).toContainText('★★★★☆ 4 stars')

  await card.getByRole('button', { name: 'Change the answer' }).click()
  await expect(card.getByRole('textbox')).toHaveValue('Thanks a lot')
  await card.getByRole('radio', { name: '2 stars Dissatisfied' }).check({ force: true })
  await card.getByRole('button', { name: 'Submit' }).click()
  await expect(desk.log).toContainText('The customer changed the rating')
  await expect(facts).toContainText('★★☆☆☆ 2 stars')

  // Another tab, later, shows the answer there is.
  await visitor.page.reload()
  await visitor.openChat()
  await expect(card).toContainText('2 stars')

  // R-18-049: behind a link, on a page without scripts.
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await facts.getByRole('button', { name: 'Copy rating link' }).click()
  await expect(facts.getByRole('status')).toHaveText('Copied')
  const link = await desk.page.evaluate(async () => navigator.clipboard.readText())
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' })
  const page = await plain.newPage()
  await page.goto(`${link}?change=1`)
  await expect(page.getByRole('radio', { name: '2 stars · Dissatisfied' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: '回复很快' })).toBeHidden()
  await page.getByRole('radio', { name: '4 stars · Satisfied' }).check()
  await page.getByRole('checkbox', { name: '回复很快' }).check()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByRole('status')).toHaveText('Thank you for your answer!')
  await expect(facts).toContainText('★★★★☆ 4 stars')
  await plain.close()
})

test('R-02-261 R-03-080 the agent sends the survey by hand where the company wants that, in the step in which the session ends', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  await desk.page.goto(`${server.url}/?lang=en#/account-center/reception/satisfaction`)
  const page = desk.page
  await page.getByRole('radiogroup', { name: 'When' }).getByText('When the agent sends it').click()
  await page.getByRole('textbox', { name: /^Question/u }).fill('How did Qimu do?')
  const preview = page.getByRole('region', { name: 'What the customer sees' })
  await expect(preview.getByRole('heading', { name: 'How did Qimu do?' })).toBeVisible()
  await page.getByRole('textbox', { name: /^Can be answered for/u }).fill('200')
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.getByRole('textbox', { name: /^Can be answered for/u }).fill('48')
  await saveForm(page)
  await page.getByRole('button', { name: 'To the desk' }).click()

  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Do you deliver abroad?')
  await desk.openSaying('Do you deliver abroad?')
  await expect(page.getByRole('button', { name: 'Ask for a rating' })).toHaveCount(0)
  await desk.send('We do')

  // What colleagues should know, and the end in the same step as the question; both can be taken back.
  const facts = page.getByRole('complementary', { name: 'Customer', exact: true })
  await facts.getByRole('button', { name: 'Add a note' }).click()
  await facts.getByRole('textbox', { name: 'Note', exact: true }).last().fill('Asks for a friend abroad')
  await page.keyboard.press('Control+Enter')
  const toasts = await watchTexts(page, '.fy-toast')
  await facts.getByRole('button', { name: 'Remove the note' }).click()
  await expect.poll(toasts).toContainEqual(expect.stringContaining('Note removed'))
  await page.keyboard.press('Alt+z')
  await expect(facts).toContainText('Asks for a friend abroad')
  const end = page.getByRole('button', { name: 'End session' })
  const without = page.getByRole('button', { name: 'End', exact: true })
  await end.click()
  await expect(without).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(without).toBeHidden()
  await end.click()
  await expect(without).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Ending…' })).toBeDisabled()
  await page.keyboard.press('Alt+z')
  await end.click()
  await expect(without).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(visitor.chat.getByRole('region', { name: 'How did Qimu do?' })).toBeVisible()
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(visitor.messages).toContainText('opened the conversation again')
  await expect(facts).toContainText('Earlier session')
})
