/** Joins the updates with the program: when it looks for them, and that they are installed when it ends. */
import { join } from 'node:path'

import { app } from 'electron'

import type { Clock } from '../../base/clock.ts'
import type { UpdateNews } from '../../preload/contract.ts'
import type { MessageHandlers } from '../ipc/hearWindows.ts'
import type { Fetch } from '../network/requests.ts'
import { createFeed } from './feed.ts'
import { createInstaller } from './installer.ts'
import { updateSource } from './source.ts'
import { createUpdates } from './updates.ts'

export interface RunningUpdates {
  /** Ends the program for the new version when that is wanted; whoever still works is asked first, as always. */
  readonly messages: Pick<MessageHandlers, 'update.check' | 'update.install'>
  /** The answer was no: the program goes on, and a later end is an end. */
  goOn(): void
}

export interface UpdateSurroundings {
  readonly clock: Clock
  readonly turn: number
  readonly onNews: (news: UpdateNews) => void
  readonly note: (event: string, reason: string) => void
  readonly fetch: Fetch
}

export const startUpdates = ({ onNews, ...surroundings }: UpdateSurroundings): RunningUpdates => {
  const version = app.getVersion()
  const source = updateSource(app.isPackaged, process.env)
  if (!source) {
    onNews({ kind: 'update', version, state: { kind: 'off' } })
    const nothing = (): void => undefined
    return { messages: { 'update.check': nothing, 'update.install': nothing }, goOn: nothing }
  }
  const updates = createUpdates({
    ...surroundings,
    onNews,
    version,
    platform: process.platform,
    arch: process.arch,
    key: source.key,
    feed: createFeed(source.feed, join(app.getPath('userData'), 'updates'), surroundings.fetch),
    installer: createInstaller({
      platform: process.platform,
      appImage: process.env['APPIMAGE'],
      relaunch: (execPath) => app.relaunch({ execPath }),
    }),
  })
  let comesBack = false
  updates.start()
  app.on('quit', () => updates.install(comesBack))
  return {
    messages: {
      'update.check': () => void updates.check(),
      'update.install': () => {
        if (!updates.isReady()) return
        comesBack = true
        app.quit()
      },
    },
    goOn: () => {
      comesBack = false
    },
  }
}
