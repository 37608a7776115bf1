/** Joins the updates with the program: when it looks for them, and that they are installed when it ends. */
import { join } from 'node:path'

import { app } from 'electron'

import type { Clock } from '../../base/clock.ts'
import type { UpdateNews } from '../../preload/contract.ts'
import type { Fetch } from '../network/requests.ts'
import { createFeed } from './feed.ts'
import { createInstaller } from './installer.ts'
import { updateSource } from './source.ts'
import { createUpdates } from './updates.ts'

export interface RunningUpdates {
  check(): void
  /** Ends the program for the new version; whoever still works is asked first, as always. */
  restart(): void
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
    return { check: () => undefined, restart: () => undefined, goOn: () => undefined }
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
    check: () => void updates.check(),
    restart: () => {
      if (!updates.isReady()) return
      comesBack = true
      app.quit()
    },
    goOn: () => {
      comesBack = false
    },
  }
}
