import { afterEach, expect, it } from 'vitest'

import { widgets } from '../content/company.ts'
import { startShop, type Shop } from './startShop.ts'

const open: Shop[] = []
const start = async (port = 0): Promise<Shop> => {
  const shop = await startShop({
    host: '127.0.0.1',
    port,
    serverUrl: 'http://127.0.0.1:4000',
    widgetId: widgets[0].id,
  })
  open.push(shop)
  return shop
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(async (shop) => shop.stop()))
})

it('carries the widget by one script line, in both languages', async () => {
  const { url } = await start()
  for (const path of ['', 'en']) {
    const html = await (await fetch(url + path)).text()
    expect(html.match(/<script/gu)).toHaveLength(1)
    expect(html).toContain(
      '<script async src="http://127.0.0.1:4000/foyer.js" data-widget="qimu-shop"></script>',
    )
  }
})

it('serves every picture and the style sheet the page names', async () => {
  const { url } = await start()
  const html = await (await fetch(url)).text()
  const names = [...html.matchAll(/(?:src|href)="\/([\w-]+\.(?:svg|css))"/gu)].map(([, name]) => name ?? '')
  expect(new Set(names).size).toBeGreaterThanOrEqual(7)
  for (const name of new Set(names)) {
    const response = await fetch(url + name)
    expect(response.status, name).toBe(200)
    expect((await response.text()).length).toBeGreaterThan(100)
  }
})

it('gives away no other file', async () => {
  const { url } = await start()
  for (const path of [
    'page.ts',
    '../page.ts',
    '%2e%2e/page.ts',
    'static/shop.css',
    'missing.svg',
    '..%2fpage.ts',
  ]) {
    expect((await fetch(url + path)).status, path).toBe(404)
  }
  expect((await fetch(url, { method: 'POST' })).status).toBe(405)
})

it('takes a free port where the wanted one is taken', async () => {
  const first = await start()
  const second = await start(first.port)
  expect(second.port).not.toBe(first.port)
  expect((await fetch(second.url)).status).toBe(200)
})
