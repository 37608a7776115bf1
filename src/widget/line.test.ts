import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchChromium } from '../../tests/support/chromium.ts'
import { startServerWorld, WIDGET, type ServerWorld } from '../../tests/support/serverWorld.ts'
import { buildWidget } from '../../tests/support/widgetBuild.ts'

/** What some offices have: pages get through, sockets do not. */
const startProxy = async (target: string): Promise<Server> => {
  const proxy = createServer((incoming, answer) => {
    const { method, headers, url = '/' } = incoming
    const asked = request(new URL(url, target), { ...(method && { method }), headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    asked.on('error', () => answer.destroy())
    incoming.pipe(asked)
  })
  proxy.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve)
  })
  return proxy
}

describe('the window behind a proxy that refuses sockets', () => {
  let browser: Browser
  let world: ServerWorld
  let proxy: Server
  beforeAll(async () => {
    browser = await launchChromium()
    world = await startServerWorld({ config: { widgetRoot: await buildWidget() } })
    proxy = await startProxy(world.url)
  })
  afterAll(async () => {
    await browser.close()
    proxy.closeAllConnections()
    proxy.close()
    await world.dispose()
  })

  it('R-18-079 talks in single requests, both ways, and goes on after the server was restarted', async () => {
    const anna = await world.agent('anna')
    await anna.synced()
    const page = await browser.newPage({ locale: 'en' })
    await page.goto(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}/chat/${WIDGET}`)
    const write = async (text: string): Promise<void> => {
      const field = page.getByRole('textbox', { name: 'Message' })
      await field.fill(text)
      await field.press('Enter')
    }
    await write('My kettle leaks')
    const { scope } = await anna.event('scope.followed')
    const part = await anna.part(scope)
    expect(JSON.stringify(part.rows.messages)).toContain('My kettle leaks')
    const id = world.ids.next()
    const conversationId = part.rows.conversations?.[0]?.id
    const body = { kind: 'text', text: 'Sorry to hear that' }
    await anna.run('message.send', { conversationId, id, body, seenSeq: null }, id)
    await page.getByText('Sorry to hear that').first().waitFor()
    await world.restart()
    await write('Are you there?')
    const second = page.locator('.mine').filter({ hasText: 'Are you there?' })
    await second.getByText(/^(?:Sent|Delivered|Read)$/u).waitFor()
    await page.close()
  })
})
