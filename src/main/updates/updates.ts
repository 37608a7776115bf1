/**
 * Looks for a new version, gets it while everybody works, and installs it when the program ends.
 *
 * Nothing is ever installed in the middle of work: the program ends because the person ends it, or asks for the new
 * version, and then the question about running sessions comes first.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import type { Clock } from '../../base/clock.ts'
import type { UpdateNews, UpdateState } from '../../preload/contract.ts'
import type { Feed } from './feed.ts'
import type { Installer } from './installer.ts'
import { isNewer, readManifest, type Manifest, type UpdateFile } from './manifest.ts'

export interface UpdatesOptions {
  readonly version: string
  readonly platform: string
  readonly arch: string
  readonly key: string
  readonly feed: Feed
  /** Null: this program is installed by something else; new versions are only told. */
  readonly installer: Installer | null
  /** Of this device, from 0 to 99: those below the manifest's share are offered it by themselves. */
  readonly turn: number
  readonly clock: Clock
  readonly onNews: (news: UpdateNews) => void
  readonly note: (event: string, reason: string) => void
}

export interface Updates {
  /** Looks at once, and from then on every few hours. */
  start(): void
  /** The person asks: the shares of a roll-out are for who does not. */
  check(): Promise<void>
  /** Whether there is something to install. */
  isReady(): boolean
  /** To be called when the program ends. */
  install(relaunch: boolean): void
}

const EVERY_MS = 4 * 3_600_000
/** A start has better things to do. */
const FIRST_MS = 30_000
const PROGRESS_MS = 500

export const createUpdates = (options: UpdatesOptions): Updates => {
  const { version, platform, arch, key, feed, installer, turn, clock, onNews, note } = options
  let ready: { readonly place: string; readonly file: UpdateFile } | null = null
  let working: Promise<void> | null = null

  const show = (state: UpdateState): void => onNews({ kind: 'update', version, state })
  const failed = (code: Extract<UpdateState, { kind: 'failed' }>['code'], reason: string): void => {
    note('update', reason)
    show({ kind: 'failed', code })
  }

  const get = async (manifest: Manifest): Promise<void> => {
    const { version: newest, notes } = manifest
    const file = manifest.files.find((one) => one.platform === platform && one.arch === arch)
    if (!installer || !file) {
      show({ kind: 'elsewhere', newest, notes })
      return
    }
    let shownAt = -Infinity
    const place = await feed.file(file, (received) => {
      if (clock.now() - shownAt < PROGRESS_MS) return
      shownAt = clock.now()
      show({ kind: 'downloading', newest, notes, percent: Math.floor((received / file.size) * 100) })
    })
    if (place === null) {
      failed('file', `the file of ${newest} did not come as announced`)
      return
    }
    ready = { place, file }
    show({ kind: 'ready', newest, notes })
  }

  const look = async (isAsked: boolean): Promise<void> => {
    if (isAsked) show({ kind: 'checking' })
    const text = await feed.manifest()
    if (text === null) {
      // A computer without network is no news, unless somebody asked.
      if (isAsked) show({ kind: 'failed', code: 'unreachable' })
      return
    }
    const manifest = readManifest(text, { key, now: clock.now(), version })
    if (!manifest.ok) {
      failed('refused', `the manifest was refused: ${manifest.code}`)
      return
    }
    const isOffered = isNewer(manifest.value.version, version) && (isAsked || turn < manifest.value.share)
    if (isOffered) await get(manifest.value)
    else {
      await feed.clear()
      show({ kind: 'current' })
    }
  }
  /** One at a time; what is ready stays so. */
  const check = async (isAsked: boolean): Promise<void> => {
    if (ready) return
    working ??= look(isAsked).finally(() => {
      working = null
    })
    await working
  }
  const later = (afterMs: number): void => {
    clock.after(afterMs, () => {
      void check(false)
      later(EVERY_MS)
    })
  }
  return {
    start: () => {
      show({ kind: 'unknown' })
      later(FIRST_MS)
    },
    check: () => check(true),
    isReady: () => ready !== null,
    install: (relaunch) => {
      if (!ready || !installer) return
      const { place, file } = ready
      try {
        // It may have lain there for days.
        const digest = createHash('sha512').update(readFileSync(place)).digest('hex')
        if (digest !== file.sha512) throw new Error('the file was changed after it came')
        installer.install(place, relaunch)
      } catch (error) {
        note('update not installed', String(error))
      }
    },
  }
}
