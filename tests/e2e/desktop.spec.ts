/** The desktop program as it is built, in the stand-in for Electron, with a real server and a real customer. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator } from '@playwright/test'

import type { Desktop as Program } from '../support/electron/launch.ts'
import { deskIn, poolTick, signIn } from './support/desk.ts'
import { deskOf, expect, isStandIn, killCore, test, ticketFor } from './support/desktop.ts'
import { watchTexts } from './support/passing.ts'
import { demoAccounts, openShop } from './support/shop.ts'
import { openUpdateFeed } from './support/updateFeed.ts'
import { visit } from './support/visitor.ts'

/** A click that ends the program may take the page away before the click is answered: the end is what counts. */
const endedBy = async ({ ended }: Program, button: Locator): Promise<void> => {
  const [code] = await Promise.all([ended, button.click().catch(() => undefined)])
  expect(code).toBe(0)
}

test('the desktop program signs in, accepts, answers, hides and comes back where it was; a second start opens its link; a key store lost and found again loses nothing; R-03-200 a restart for a new version warns while a session runs', async ({
  server,
  desktop,
  profile,
}) => {
  const first = desktop({ env: await ticketFor(server) })
  const desk = await deskOf(first)
  const { page } = desk
  await page.getByRole('button', { name: /^Waiting customers/u }).click()
  const pool = page.getByRole('region', { name: 'Waiting customers' })
  const label = await pool.getByRole('checkbox').first().getAttribute('aria-label')
  const name = (label ?? '').replace('Select ', '')
  await poolTick(pool, name).click()
  await pool.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(desk.row(name)).toHaveAttribute('aria-selected', 'true')
  await desk.send('Hello from the desktop')
  await expect(
    desk.message('Hello from the desktop').getByRole('img', { name: /Sent|Delivered|Read/u }),
  ).toBeVisible()

  // A picture goes from the page to another process, and from there to the server.
  const buffer = readFileSync(join(import.meta.dirname, '../fixtures/leak.png'))
  await page
    .getByRole('form', { name: 'Answer' })
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer })
  await expect(page.getByRole('button', { name: 'Remove leak.png' })).toBeVisible()
  await desk.field.press('Enter')
  const picture = desk.log.getByRole('article').filter({ has: page.getByRole('img', { name: 'leak.png' }) })
  await expect(picture.getByRole('img', { name: /Sent|Delivered|Read/u })).toBeVisible()

  // Moved to the other display, closed: hidden, said once, and still there.
  await first.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds({ x: 1600, y: 60, width: 1100, height: 700 })
    window?.close()
    window?.show()
    window?.close()
  })
  const hidden = () =>
    first.evaluate(({ BrowserWindow, standIn }) => ({
      visible: BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      // Beside it there may be notes about customers.
      notes: standIn?.done.filter(
        ({ what, details }) =>
          what === 'notification' && (details as { title: string }).title === 'Foyer is still running',
      ).length,
    }))
  await expect.poll(hidden).toMatchObject({ visible: [false], ...(isStandIn && { notes: 1 }) })

  // A second start ends at once, and the window of the first comes back with what its link names.
  const link = await desk.list
    .getByRole('option')
    .filter({ hasNotText: name })
    .first()
    .getAttribute('data-id')
  const other = desk.list.locator(`[data-id="${link}"]`)
  const second = desktop({ args: [`foyer://conversation/${link}`] })
  expect(await second.ended).toBe(0)
  await expect(other).toHaveAttribute('aria-selected', 'true')
  const places = () =>
    first.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => [window.isVisible(), window.getBounds()]),
    )
  await expect.poll(places).toEqual([[true, { x: 1600, y: 60, width: 1100, height: 700 }]])

  // The next start stands there again, the one without that display on the primary one. The files are the old ones:
  // nobody has to sign in.
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize())
  await first.quit()
  const third = desktop()
  await deskOf(third)
  const restored = () =>
    third.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => [window.getNormalBounds().x, window.isMaximized()]),
    )
  await expect.poll(restored).toEqual([[1600, true]])
  if (!isStandIn) {
    await third.quit()
    return
  }
  // What is written now waits for the server, on the disk.
  const before = deskIn(await third.page())
  await server.kill()
  await before.open(name)
  await before.send('Written while the server was away')
  await expect(before.message('Written while the server was away')).toBeVisible()
  await third.quit()
  await server.start()

  // The system has lost its key store: the person is told, and works with what the server has. Nothing is touched.
  const lost = desktop({ env: { ...(await ticketFor(server)), STAND_IN_KEY_STORE: 'none' } })
  const bare = await deskOf(lost)
  await expect(bare.page.getByText('This computer offers no key store')).toBeVisible()
  await bare.open(name)
  await expect(bare.message('Hello from the desktop')).toHaveCount(1)
  await expect(bare.message('Written while the server was away')).toHaveCount(0)
  await lost.quit()

  const feed = await openUpdateFeed('the new program')
  const appImage = join(profile, 'Foyer.AppImage')
  writeFileSync(appImage, 'the old program')
  const fourth = desktop({ env: { STAND_IN_DISPLAYS: '1', APPIMAGE: appImage, ...feed.env } })
  const again = await deskOf(fourth)
  const centred = () =>
    fourth.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds()))
  await expect.poll(centred).toEqual([{ x: 170, y: 100, width: 1100, height: 700 }])
  await again.open(name)
  await expect(again.message('Hello from the desktop')).toHaveCount(1)
  // The key store is back, and with it what waited.
  const waited = again.message('Written while the server was away')
  await expect(waited.getByRole('img', { name: /Sent|Delivered|Read/u })).toBeVisible()
  await expect(waited).toHaveCount(1)

  // A new version: it comes while the agent works, and is installed when they agree to leave their sessions.
  await again.page.getByRole('button', { name: /^Account/u }).click()
  await again.page.getByRole('menuitem', { name: 'Check for updates' }).click()
  const updates = again.page.getByRole('dialog', { name: 'Updates' })
  await expect(updates).toContainText('You use version 0.1.0.')
  await expect(updates).toContainText('The list is faster')
  await updates.getByRole('button', { name: 'Restart now' }).click()
  const leave = again.page.getByRole('dialog', { name: 'Quit Foyer' })
  await expect(leave).toContainText('still running.')
  expect(readFileSync(appImage, 'utf8')).toBe('the old program')
  await endedBy(fourth, leave.getByRole('button', { name: 'Quit' }))
  expect(readFileSync(appImage, 'utf8')).toBe('the new program')
  await feed.close()
})

test('the core killed while sending: the window says so, goes on, and everything arrives once; so does the page when it fails', async ({
  server,
  guest,
  desktop,
  profile,
}) => {
  const program = desktop({ env: await ticketFor(server) })
  const desk = await deskOf(program)
  const shop = await openShop(server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Are you there?')
  await desk.openSaying('Are you there?')
  const notice = desk.page.getByRole('complementary', { name: 'State of the program' })

  await desk.send('Before')
  await desk.field.fill('In the moment')
  // It runs again after half a second: who looks later finds only that.
  const notices = await watchTexts(desk.page, 'aside[aria-label="State of the program"]')
  await Promise.all([killCore(program), desk.field.press('Enter')])
  await expect.poll(notices).toContainEqual(expect.stringContaining('is being started again'))
  await desk.field.fill('A half written answer')
  await expect(notice).toContainText('runs again')
  await notice.getByRole('button', { name: 'Understood' }).click()
  await expect(notice).toBeHidden()
  await expect(desk.field).toHaveValue('A half written answer')
  for (const text of ['Before', 'In the moment']) {
    await expect(visitor.message(text)).toHaveCount(1)
    await expect(desk.message(text)).toHaveCount(1)
  }

  // The page itself fails: it is opened again with the draft.
  await program.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => resolve())
        contents?.forcefullyCrashRenderer()
      }),
  )
  const opened = await deskOf(program)
  await expect(opened.page.getByText('The window had stopped and was opened again')).toBeVisible()
  await opened.openSaying('Are you there?')
  await expect(opened.field).toHaveValue('A half written answer')
  expect(readdirSync(join(profile, 'logs'))).toEqual(['foyer.log'])
  await shop.close()
})

test('R-02-120 a note of a customer who begins to wait accepts them, and says who was faster; a click shows who waits; it sounds as the system has it where that is wanted', async ({
  server,
  person,
  desktop,
}) => {
  test.skip(!isStandIn, 'a note of the system cannot be clicked from outside')
  const [, colleague] = demoAccounts(server)
  if (!colleague) throw new Error('the demonstration has two accounts')
  const program = desktop({ env: await ticketFor(server) })
  const desk = await deskOf(program)
  const second = await signIn(await person(), server, colleague)
  // The tool lends its focus to every page.
  await desk.page.evaluate(() => {
    document.hasFocus = () => false
  })
  const isVisible = () =>
    program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  const hide = () => program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  /** Whether the notes of a customer who waits were silent, the newest last. */
  const told = (name: string) =>
    program.evaluate(
      ({ standIn }, title) =>
        (standIn?.done ?? [])
          .filter(({ what }) => what === 'notification')
          .map(({ details }) => details as { readonly title: string; readonly silent: boolean })
          .filter((note) => note.title === title)
          .map(({ silent }) => silent),
      `${name} is waiting`,
    )
  const follow = (name: string, how: 'action' | 'click') =>
    program.evaluate(
      ({ standIn }, [title, event]) =>
        void standIn?.notes
          .findLast(({ content }) => content.title === title)
          ?.emit(event, { actionIndex: 0 }),
      [`${name} is waiting`, how] as const,
    )
  /** A customer of this agent waits for a group where nobody is, and the window is hidden. */
  const letWait = async (): Promise<string> => {
    await desk.list.getByRole('option').first().click()
    await expect(desk.field).toBeFocused()
    const conversation = desk.page.getByRole('region', { name: 'Conversation', exact: true })
    const name = await conversation.getByRole('heading', { level: 2 }).innerText()
    await desk.page.getByRole('button', { name: 'Transfer', exact: true }).click()
    const dialog = desk.page.getByRole('dialog', { name: /^Transfer/u })
    await dialog.getByRole('radiogroup', { name: 'To whom' }).getByText('Group').click()
    await dialog
      .getByRole('radio', { name: /0\/\d+ can receive/u })
      .first()
      .check()
    await hide()
    // It may be the one of before.
    const before = (await told(name)).length
    await dialog.getByRole('button', { name: 'Let the customer wait' }).click()
    await expect.poll(() => told(name)).toHaveLength(before + 1)
    // As if somebody had looked: the next one is told, too.
    await desk.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    return name
  }
  const selected = desk.list.getByRole('option', { selected: true })

  const first = await letWait()
  await follow(first, 'click')
  await expect.poll(isVisible).toBe(true)
  const pool = desk.page.getByRole('region', { name: 'Waiting customers' })
  await expect(pool).toBeVisible()
  await follow(first, 'action')
  await expect(selected).toHaveAccessibleName(new RegExp(first, 'u'))
  await expect(desk.lock).toHaveCount(0)

  expect(await told(first)).toEqual([true])

  // From now on the system sounds what it shows, and keeps quiet when it should.
  await desk.page.keyboard.press('Control+k')
  await expect(desk.page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused()
  await desk.page.keyboard.type('Leave sounds to')
  await desk.page.getByRole('option', { name: /^Leave sounds to the system/u }).click()
  const settings = desk.page.getByRole('dialog', { name: 'Settings', exact: true })
  const bySystem = settings.getByRole('switch', { name: 'Leave sounds to the system' })
  await bySystem.click()
  await expect(bySystem).toBeChecked()
  await desk.page.keyboard.press('Escape')
  await expect(settings).toBeHidden()

  const next = await letWait()
  expect((await told(next)).at(-1)).toBe(false)
  // Meanwhile they are given to the colleague, who is there.
  await expect(pool).toBeVisible()
  await poolTick(pool, next).click()
  await pool.getByRole('button', { name: 'Assign', exact: true }).click()
  const assigning = desk.page.getByRole('dialog', { name: /^Assign 1 waiting customer/u })
  await assigning.getByRole('radiogroup', { name: 'What to change' }).getByText('Meant for').click()
  await assigning
    .getByRole('radio', { name: new RegExp(`^${colleague.name}`, 'u') })
    .first()
    .check()
  await assigning.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(second.row(next)).toBeVisible()
  await follow(next, 'action')
  await expect(desk.page.getByRole('alert').filter({ hasText: 'was faster' })).toContainText(colleague.name)
  await expect.poll(isVisible).toBe(true)
})

test('R-03-169 R-03-172 hidden, the icon flashes and opens who is unread longest; notes tell who writes, nothing of it on a locked screen, and take an answer; quitting asks about running sessions', async ({
  server,
  guest,
  desktop,
}) => {
  test.skip(!isStandIn, 'what the system shows cannot be seen from outside')
  const taken = 'CommandOrControl+Alt+Z'
  const program = desktop({ env: { ...(await ticketFor(server)), STAND_IN_TAKEN_KEY: taken } })
  const desk = await deskOf(program)
  const refused = desk.page.getByRole('alert').filter({ hasText: 'Open who has been unread longest' })
  await expect(refused).toContainText('Another program of this computer has the keys')
  await refused.getByRole('button', { name: 'OK', exact: true }).click()
  const shop = await openShop(server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const notes = () =>
    program.evaluate(({ standIn }) =>
      (standIn?.notes ?? []).map(({ content }) => `${content.title}: ${content.body}`),
    )
  const tip = () => program.evaluate(({ standIn }) => standIn?.trays[0]?.tip)
  const images = () =>
    program.evaluate(({ standIn }) => standIn?.done.filter(({ what }) => what === 'tray image').length ?? 0)

  await visitor.send('Is anybody there?')
  await expect.poll(notes).toContainEqual(expect.stringMatching(/was given to you: /u))
  await expect.poll(tip).toMatch(/unread/u)
  const before = await images()
  await expect.poll(images).toBeGreaterThan(before + 2)

  // A click on the icon shows who has been unread longest, which is somebody else; and the flashing ends.
  await program.evaluate(({ standIn }) => void standIn?.trays[0]?.emit('click'))
  await expect(desk.list.getByRole('option', { selected: true })).toHaveCount(1)
  await expect
    .poll(() => program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true)
  await expect(desk.message('Is anybody there?')).toHaveCount(0)
  const after = await images()
  await desk.page.waitForTimeout(1500)
  expect(await images()).toBeLessThan(after + 2)

  await program.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
  await visitor.send('My card number is 4711')
  await expect.poll(notes).toContainEqual(expect.stringMatching(/: $/u))
  expect((await notes()).join()).not.toContain('4711')
  await program.evaluate(({ powerMonitor }) => void powerMonitor.emit('unlock-screen'))
  await visitor.send('Hello?  https://example.com/order')
  await expect.poll(notes).toContainEqual(expect.stringMatching(/: Hello\?/u))
  await program.evaluate(
    ({ standIn }) =>
      void standIn?.notes
        .find(({ content }) => content.body?.startsWith('Hello?'))
        ?.emit('reply', { reply: 'Yes, one moment' }),
  )
  await expect(visitor.message('Yes, one moment')).toBeVisible()

  // A link of a message is shown by the system's browser, not by a window of ours.
  await desk.openSaying('Hello?')
  await desk.log.getByRole('link', { name: 'https://example.com/order' }).click()
  await expect
    .poll(() =>
      program.evaluate(
        ({ standIn }) =>
          standIn?.done.filter(({ what }) => what === 'opened').map(({ details }) => details) ?? [],
      ),
    )
    .toEqual(['https://example.com/order'])

  // What is set for this computer: the size, by the keys of browsers too, and spelling, which nothing is fetched for before.
  const width = (): Promise<number> => desk.page.evaluate(() => window.innerWidth)
  const usual = await width()
  await program.evaluate(({ BrowserWindow }) => {
    const press = { type: 'keyDown', key: '+', control: true, meta: false, alt: false }
    BrowserWindow.getAllWindows()[0]?.webContents.emit('before-input-event', { preventDefault() {} }, press)
  })
  await expect.poll(width).toBe(Math.round(usual / 1.1))
  await desk.page.keyboard.press('Control+k')
  await expect(desk.page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused()
  await desk.page.keyboard.type('Check spelling')
  await desk.page.getByRole('option', { name: /^Check spelling while writing/u }).click()
  const settings = desk.page.getByRole('dialog', { name: 'Settings', exact: true })
  await expect(settings.getByText('110 %', { exact: true })).toBeVisible()
  const fetched = () =>
    program.evaluate(({ standIn }) =>
      standIn?.done.filter(({ what }) => what === 'spelling languages').map(({ details }) => details),
    )
  expect((await fetched())?.flat()).toEqual([])
  await settings.getByRole('switch', { name: 'Check spelling while writing' }).click()
  await expect.poll(async () => (await fetched())?.at(-1)).toEqual(['en-US'])
  await settings.getByRole('switch', { name: 'Hide this window while a screenshot is taken' }).click()
  await settings.getByRole('button', { name: 'Usual size', exact: true }).click()
  await expect.poll(width).toBe(usual)
  await desk.page.keyboard.press('Escape')

  // A key of the whole system takes a picture of the screen, or of another window, for the answer.
  await program.evaluate(
    ({ BrowserWindow, globalShortcut }) =>
      new Promise<void>((resolve) => {
        BrowserWindow.getAllWindows()[0]?.once('hide', () => resolve())
        globalShortcut.press('CommandOrControl+Alt+A')
      }),
  )
  const shot = desk.page.getByRole('dialog', { name: 'Screenshot', exact: true })
  const color = (): Promise<number[]> =>
    shot
      .getByRole('application')
      .evaluate((board) => [
        ...((board as HTMLCanvasElement).getContext('2d')?.getImageData(5, 5, 1, 1).data ?? []),
      ])
  await expect.poll(color).toEqual([220, 0, 0, 255])
  await shot.getByRole('combobox', { name: 'Picture of' }).selectOption('Window: Orders')
  await expect.poll(color).toEqual([0, 160, 0, 255])
  await shot.getByRole('button', { name: 'Put into the composer' }).click()
  await expect(desk.page.getByRole('button', { name: /^Remove .*Screenshot/u })).toBeVisible()

  // Quitting asks what becomes of the sessions that run; staying stays.
  const quit = () =>
    program.evaluate(({ standIn }) => {
      const item = standIn?.trays[0]?.menu.at(-1)
      item?.click?.({} as never, undefined, {} as never)
    })
  await quit()
  const question = desk.page.getByRole('dialog', { name: 'Quit Foyer' })
  await expect(question).toContainText('still running')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await quit()
  await question.getByText('End', { exact: true }).click()
  await endedBy(program, question.getByRole('button', { name: 'Quit', exact: true }))
  await expect(visitor.chat.getByText('The agent ended the conversation')).toBeVisible()
  await shop.close()
})

test('the door says what is behind an address, and by which proxy; closing quits when that was chosen in the menu of the icon, or when there is no icon to come back by', async ({
  server,
  desktop,
}) => {
  test.skip(!isStandIn, 'the menu of an icon cannot be clicked from outside')
  const first = desktop()
  const door = await first.page()
  await expect(door.getByLabel('Password')).toBeVisible()

  // What is behind an address is found out before anybody signs in there.
  const address = door.getByLabel('Server', { exact: true })
  const look = async (at: string, outcome: string): Promise<void> => {
    await address.fill(at)
    await door.getByRole('button', { name: 'Test connection' }).click()
    await expect(door.getByText(outcome)).toBeVisible()
  }
  await look(server.url, 'Reached: the Foyer server of')
  await look('http://192.0.2.1', 'That address is not encrypted')
  await look('http://127.0.0.1:1', 'no server runs at that address')
  // A proxy is used at once, and not for this computer itself.
  await door.getByRole('button', { name: 'Network and proxy' }).click()
  const network = door.getByRole('dialog', { name: 'Network and proxy' })
  await network.getByText('This one').click()
  await network.getByLabel('Address of the proxy').fill('127.0.0.1:1')
  await network.getByRole('button', { name: 'Use', exact: true }).click()
  await expect(network.getByText('New connections go this way.')).toBeVisible()
  await network.getByRole('button', { name: 'Close' }).click()
  await look('https://desk.example', 'The proxy cannot be reached')
  await look(server.url, 'Reached: the Foyer server of')
  await first.evaluate(({ BrowserWindow, standIn }) => {
    const item = standIn?.trays[0]?.menu.find(({ type }) => type === 'checkbox')
    item?.click?.({ checked: false } as never, undefined, {} as never)
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close())
  })
  expect(await first.ended).toBe(0)

  const chinese = desktop({ env: { STAND_IN_LOCALE: 'zh-CN' } })
  await chinese.page()
  await expect.poll(() => chinese.evaluate(({ standIn }) => standIn?.trays[0]?.menu[2]?.checked)).toBe(false)
  await chinese.quit()
})
