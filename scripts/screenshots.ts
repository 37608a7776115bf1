/**
 * Makes the pictures of the README in docs/screenshots, from the demonstration of this moment.
 *
 *     npm run screenshots
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Browser, type Page } from 'playwright'

import { CHROMIUM_ARGS } from '../tests/support/browser.ts'
import { readControl, requestTicket, type Control } from './start/control.ts'
import { choosePort } from './start/port.ts'
import { launchServer } from './start/serverProcess.ts'
import { buildIfChanged } from './support/builds.ts'
import { provideBrowser } from './support/provideBrowser.ts'
import { ROOT } from './support/tools.ts'

const TARGET = join(ROOT, 'docs/screenshots')

type Look = { readonly lang: 'zh-CN' | 'en'; readonly theme: 'light' | 'dark' }

/** A page in the wanted look that has come to rest. */
const openPage = async (browser: Browser, url: string, { lang, theme }: Look): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
    locale: lang,
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const address = new URL(url)
  address.searchParams.set('lang', lang)
  address.searchParams.set('theme', theme)
  await page.goto(address.href)
  return page
}

const save = async (page: Page, name: string): Promise<void> => {
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: join(TARGET, `${name}.png`) })
  console.log(`docs/screenshots/${name}.png`)
  await page.context().close()
}

const pictureWorkbench = async (
  browser: Browser,
  control: Control,
  name: string,
  look: Look,
): Promise<void> => {
  const url = await requestTicket(control)
  if (url === undefined) throw new Error('The server gave no address to sign in.')
  const page = await openPage(browser, url, look)
  await page.getByRole('option').first().click()
  await page.getByRole('log').waitFor()
  await save(page, name)
}

const pictureShop = async (browser: Browser, shopUrl: string): Promise<void> => {
  const page = await openPage(browser, shopUrl, { lang: 'zh-CN', theme: 'light' })
  await page.locator('button.entry').click()
  await page.frameLocator('iframe').getByRole('textbox').waitFor()
  await save(page, 'widget')
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
    await pictureWorkbench(browser, control, 'workbench', { lang: 'zh-CN', theme: 'light' })
    await pictureWorkbench(browser, control, 'workbench-dark', { lang: 'en', theme: 'dark' })
    if (control.shopUrl !== undefined) await pictureShop(browser, control.shopUrl)
    return 0
  } finally {
    await browser.close()
    server.stop()
    await server.ended
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exit(await main())
