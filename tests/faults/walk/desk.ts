/** The real server as a process, two agents at their computers, and customers on pages; all of them past the kill switch. */
import { join } from 'node:path'

import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import { silentLogger } from '../../../src/base/logger.ts'
import type { Client } from '../../../src/client/index.ts'
import type { WidgetId } from '../../../src/protocol/model/index.ts'
import { openDatabase, type DatabaseAddress } from '../../../src/server/db/open.ts'
import type { Db } from '../../../src/server/db/port.ts'
import type { Random } from '../../../src/server/demo/random.ts'
import { createChat } from '../../../src/widget/chat/chat.ts'
import type { Chat } from '../../../src/widget/chat/contract.ts'
import { createStorage } from '../../../src/widget/shared/storage.ts'
import { connect } from '../../support/directNetwork.ts'
import { startProductServer } from '../../support/productServer.ts'
import { WIDGET } from '../../support/reception.ts'
import { createMemoryArea } from '../../support/widgetSocket.ts'
import { signInOffline, startCore } from '../lib/core.ts'
import { createFolders } from '../lib/folders.ts'
import { until } from '../lib/wait.ts'
import {
  connectPast,
  createKillSwitch,
  losingFirstAnswer,
  openSocketPast,
  type KillSwitch,
} from './killSwitch.ts'
import { openPage, type Page } from './page.ts'
import { accountOf, seedCompany } from './seed.ts'

export interface Desk {
  /** A look past the server. */
  readonly db: Db
  readonly killSwitch: KillSwitch
  readonly anna: Client
  readonly ben: Client
  /** A customer opens the chat; `visit`: of a page that has told of them; the first welcome is lost. */
  customer(widgetId?: WidgetId, visit?: string): Chat
  visitor(): Page
  kill(): Promise<void>
  /** Starts the server again; resolves when everybody has come back. */
  start(): Promise<void>
  close(): Promise<void>
}

/**
 * Whoever is lost tries again this often: nobody waits for the pauses between tries here.
 *
 * A try ends the one before it, so each gets twice as long: on a busy machine none would ever come to its end.
 */
const WAKE_MS = 500
const triesUntil = async (
  isBack: () => boolean | Promise<boolean>,
  again: () => Promise<boolean>,
): Promise<void> => {
  for (let ms = WAKE_MS; !(await again()); ms *= 2) await until('soon', isBack, ms).catch(() => undefined)
}

export const openDesk = async (given: DatabaseAddress, random: Random): Promise<Desk> => {
  const folders = createFolders()
  const folder = folders.fresh('server')
  const address = 'url' in given ? given : { file: join(folder, 'foyer.db') }
  await seedCompany(address)
  const db = await openDatabase(address, { clock: systemClock, log: silentLogger })
  const server = await startProductServer({
    demo: false,
    folder,
    env: { FOYER_LIMIT_SCALE: '1000', ...('url' in address && { DATABASE_URL: address.url }) },
  })
  const killSwitch = createKillSwitch(async () => server.kill(), random)
  const ids = createIds(systemClock)
  const chats: Chat[] = []
  const pages: Page[] = []

  const agent = async (number: number): Promise<Client> => {
    const own = folders.fresh('agent')
    await signInOffline(own, accountOf(number, server.url))
    return startCore(own, { connect: connectPast(connect, killSwitch) })
  }
  const [anna, ben] = [await agent(1), await agent(2)]

  const everybodyIsBack = async (): Promise<void> => {
    for (const core of [anna, ben]) {
      const isBack = async (): Promise<boolean> =>
        (await core.query('connection.status', {})).state === 'connected'
      // It may not have noticed yet; asked to confirm it tries at once.
      await triesUntil(isBack, async () => (await core.run('connection.confirm', {})).ok)
    }
    for (const chat of chats) {
      const isBack = (): boolean => chat.view().link === 'online'
      await triesUntil(isBack, async () => {
        if (!isBack()) chat.networkChanged(true)
        return isBack()
      })
    }
  }

  await everybodyIsBack()
  return {
    db,
    killSwitch,
    anna,
    ben,
    customer: (widgetId = WIDGET, visit = '') => {
      const area = createMemoryArea()
      const openSocket = openSocketPast(server.url, killSwitch)
      const chat = createChat({
        widgetId,
        storage: createStorage(() => area, widgetId),
        clock: systemClock,
        ids,
        random: random.next,
        openSocket: visit === '' ? openSocket : losingFirstAnswer(openSocket),
        sendFile: () => {
          throw new Error('nobody sends files here')
        },
      })
      chat.start({ url: 'https://shop.example/', title: 'Shop', referrer: '', language: 'zh-CN' }, visit)
      chat.setVisible(true)
      chats.push(chat)
      return chat
    },
    visitor: () => {
      const page = openPage(server.url, WIDGET, killSwitch)
      pages.push(page)
      return page
    },
    kill: async () => server.kill(),
    start: async () => {
      await server.start()
      await everybodyIsBack()
    },
    close: async () => {
      for (const page of pages) page.close()
      for (const chat of chats) chat.stop()
      for (const core of [anna, ben]) await core.stop()
      await server.dispose()
      await db.close()
      folders.remove()
    },
  }
}
