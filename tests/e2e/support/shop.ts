/** Somebody else's page with the chat of the demonstration, found as its owner would: by the line on the shop's page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { startHostPage, type HostPage, type HostPageOptions } from '../../support/hostPage.ts'
import type { ProductServer } from '../../support/productServer.ts'

/** The demonstration's widget that asks everybody on duty. */
const WIDGET = 'qimu-shop'

export const openShop = async (
  server: ProductServer,
  options: Partial<HostPageOptions> = {},
): Promise<HostPage> => startHostPage({ server: server.url, widget: WIDGET, ...options })

export interface DemoAccount {
  readonly name: string
  readonly account: string
  readonly password: string
}

/** The accounts that the demonstration wrote into its data folder; the first is the desk that one-time addresses open. */
export const demoAccounts = (server: ProductServer): readonly DemoAccount[] => {
  const file: unknown = JSON.parse(readFileSync(join(server.folder, 'demo.json'), 'utf8'))
  return (file as { readonly accounts: readonly DemoAccount[] }).accounts
}
