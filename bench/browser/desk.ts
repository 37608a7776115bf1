/** The real workbench over a real server, with a thousand conversations in its list. */
import type { BrowserContext, Page } from 'playwright'

import { buildIfChanged } from '../../scripts/support/builds.ts'
import { startProductServer } from '../../tests/support/productServer.ts'
import { customerHello } from '../lib/pairs.ts'
import { usableCores } from '../lib/process.ts'
import { clientFrame, openRawClient, type RawClient } from '../lib/rawClient.ts'
import { openBrowser, openPage } from './page.ts'
import { customersInSession, seedDesk, TICKET } from './seedDesk.ts'

export interface Desk {
  readonly page: Page
  readonly context: BrowserContext
  /** The port of the server. */
  readonly port: number
  close(): Promise<void>
}

export const openDesk = async (): Promise<Desk> => {
  // A browser and a server: each takes the core that is free.
  usableCores()
  if (!(await buildIfChanged(['web'], console.log))) throw new Error('the workbench could not be built')
  const server = await startProductServer({
    demo: false,
    env: { FOYER_LIMIT_SCALE: '1000000' },
    prepare: seedDesk,
  })
  const context = await openBrowser()
  const page = await openPage(context, `${server.url}/?lang=en&ticket=${TICKET}`)
  await page.getByRole('contentinfo', { name: 'Status' }).getByText('Connected').waitFor({ timeout: 120_000 })
  return {
    page,
    context,
    port: server.port,
    close: async () => {
      await context.close()
      await server.dispose()
    },
  }
}

/** Opens the newest conversation, which is in session and is the first customer's, and waits until it can be answered. */
export const openFirstConversation = async ({ page }: Desk): Promise<void> => {
  const row = page.locator(`[data-id="${customersInSession()[0]?.conversationId ?? ''}"]`)
  await row.click()
  await page.getByRole('form', { name: 'Answer' }).getByRole('textbox', { name: 'Message' }).waitFor()
}

export interface Customers {
  /** One of them, by number, writes. */
  write(customer: number, text: string): void
  close(): void
}

export const connectCustomers = async ({ port }: Desk): Promise<Customers> => {
  const clients: RawClient[] = []
  for (const { customerToken } of customersInSession()) {
    const client = await openRawClient(port, '/ws', () => undefined)
    client.write(frameOf(customerHello({ customerToken, widgetId: 'bench-widget' })))
    clients.push(client)
  }
  let written = 0
  return {
    write: (customer, text) => {
      written += 1
      const id = `written-${Date.now().toString(36)}-${written}`
      const args = { id, body: { kind: 'text', text } }
      clients[customer % clients.length]?.write(frameOf({ t: 'command', id, name: 'customer.write', args }))
    },
    close: () => {
      for (const client of clients) client.close()
    },
  }
}

/** Writes at a steady rate, each message at its time on the timetable; the function returned ends it. */
export const writeSteadily = (perSecond: number, write: (n: number) => void): (() => void) => {
  const began = performance.now()
  let n = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond)
    for (; n < due; n += 1) write(n)
  }, 5)
  return () => {
    clearInterval(timer)
  }
}

export const frameOf = (frame: unknown): Buffer => clientFrame(Buffer.from(JSON.stringify(frame)))
