import type { BrowserContext } from '@playwright/test'

import type { HostPage } from '../../support/hostPage.ts'
import type { ProductServer } from '../../support/productServer.ts'
import { openDesk, type Desk } from './desk.ts'
import { openShop } from './shop.ts'
import { visit, type Visitor } from './visitor.ts'

export interface Meeting {
  readonly shop: HostPage
  readonly desk: Desk
  readonly visitor: Visitor
}

type Company = {
  readonly server: ProductServer
  readonly person: () => Promise<BrowserContext>
  readonly guest: () => Promise<BrowserContext>
}

/** A customer on the shop's page says something, and the agent whom they got has their conversation open. */
export const meet = async ({ server, person, guest }: Company, words: string): Promise<Meeting> => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send(words)
  await desk.openSaying(words)
  return { shop, desk, visitor }
}
