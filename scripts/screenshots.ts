/**
 * Makes the pictures of the README in docs/screenshots, from the demonstration of this moment.
 *
 *     npm run screenshots
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
import sharp from 'sharp'

import { CHROMIUM_ARGS } from '../tests/support/browser.ts'
import { readControl, requestTicket, type Control } from './start/control.ts'
import { choosePort } from './start/port.ts'
import { launchServer } from './start/serverProcess.ts'
import { buildIfChanged } from './support/builds.ts'
import { provideBrowser } from './support/provideBrowser.ts'
import { ROOT } from './support/tools.ts'

const TARGET = join(ROOT, 'docs/screenshots')

type Look = { readonly lang: 'zh-CN' | 'en'; readonly theme: 'light' | 'dark' }

const LIGHT: Look = { lang: 'zh-CN', theme: 'light' }
const DARK: Look = { lang: 'en', theme: 'dark' }
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }

const openPage = async (
  browser: Browser,
  url: string,
  { lang, theme }: Look,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
    locale: lang,
    colorScheme: theme,
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const address = new URL(url)
  address.searchParams.set('lang', lang)
  address.searchParams.set('theme', theme)
  await page.goto(address.href)
  return page
}

/** In few colours, so that a README loads quickly. */
const save = async (page: Page, name: string): Promise<void> => {
  await page.mouse.move(0, 0)
  await page.evaluate('document.fonts.ready')
  const picture = await page.screenshot()
  const path = join(TARGET, `${name}.png`)
  const { size } = await sharp(picture).png({ palette: true, effort: 10 }).toFile(path)
  console.log(`docs/screenshots/${name}.png  ${Math.round(size / 1024)} KB`)
}

/** The desk that a one-time address opens, with a conversation on it. */
const openWorkbench = async (browser: Browser, control: Control, look: Look): Promise<Page> => {
  const url = await requestTicket(control)
  if (url === undefined) throw new Error('The server gave no address to sign in.')
  const page = await openPage(browser, url, look)
  await page.getByRole('option').nth(1).click()
  await page.getByRole('log').getByRole('article').first().waitFor()
  return page
}

const pictureWorkbench = async (browser: Browser, control: Control): Promise<void> => {
  const light = await openWorkbench(browser, control, LIGHT)
  await save(light, 'workbench')
  await light.keyboard.press('Alt+W')
  await light.getByRole('grid').getByRole('checkbox').first().waitFor()
  await save(light, 'pool')
  await light.context().close()
  const dark = await openWorkbench(browser, control, DARK)
  await save(dark, 'workbench-dark')
  await dark.context().close()
}

/** A customer of the shop who writes, and whom the desk answers. */
const pictureShop = async (browser: Browser, control: Control, shopUrl: string): Promise<void> => {
  const desk = await openWorkbench(browser, control, LIGHT)
  for (const [name, options] of [
    ['widget', {}],
    ['widget-phone', PHONE],
  ] as const) {
    const question = name === 'widget' ? '想给办公室选一台咖啡机，有推荐吗？' : '我的订单今天能送到吗？'
    const answer = name === 'widget' ? '您好，大概多少人用？我帮您挑一台合适的。' : '您好，我马上帮您查一下。'
    const page = await openPage(browser, shopUrl, LIGHT, options)
    await page.getByRole('button', { name: '在线客服' }).click()
    const chat = page.frameLocator('iframe')
    await chat.getByRole('textbox').fill(question)
    await chat.getByRole('button', { name: '发送', exact: true }).click()

    await desk.getByRole('combobox').first().fill(question)
    await desk.getByRole('option').filter({ hasText: question }).first().click()
    await desk.getByRole('log').getByText(question).waitFor()
    await desk.getByRole('textbox', { name: '消息' }).fill(answer)
    await desk.getByRole('textbox', { name: '消息' }).press('Enter')
    await chat.getByRole('listitem').filter({ hasText: answer }).waitFor()
    await save(page, name)
    await page.context().close()
  }
  await desk.context().close()
}

const main = async (): Promise<number> => {
  const found = await provideBrowser(console.log)
  if ('problem' in found) {
    console.error(found.problem)
    return 1
  }
  if (!(await buildIfChanged(['web', 'widget'], console.log))) return 1
  mkdirSync(TARGET, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'foyer-screenshots-'))
  const port = await choosePort(undefined, false, '127.0.0.1')
  const address = ['--data', folder, '--port', String(port), '--host', '127.0.0.1', '--demo']
  const server = launchServer(
    [...address, '--web-root', 'out/web', '--widget-root', 'out/widget'],
    () => undefined,
  )
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, executablePath: found.path })
  try {
    await Promise.race([server.listening, server.ended])
    const control = readControl(folder)
    if (control === undefined) throw new Error('The server could not start.')
    await pictureWorkbench(browser, control)
    if (control.shopUrl !== undefined) await pictureShop(browser, control, control.shopUrl)
    return 0
  } finally {
    await browser.close()
    server.stop()
    await server.ended
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exit(await main())
