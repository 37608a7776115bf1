import { ok, type Result } from '../../base/result.ts'
import type { AgentSettingChanges } from '../../protocol/model/index.ts'
import {
  dropSentSettings,
  dropSettings,
  keepSettings,
  markSettingsSent,
  readAgentSettings,
  readUnsentSettings,
} from '../store/agentSettings.ts'
import { readOldSettings } from '../store/oldSettings.ts'
import { readPosition } from '../store/position.ts'
import { readSetting, saveSetting } from '../store/settings.ts'
import type { Writer } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import { sendDelay } from '../sync/backoff.ts'
import { isTemporary } from './sender.ts'
import type { SyncOptions } from './syncOptions.ts'

/**
 * The agent's settings on their way to the server.
 *
 * A choice is on the disk and holds at once; it stays there until the log has brought it back, so that neither the server
 * being away nor the end of the program loses it. Of several choices of one setting the last is sent.
 */
export interface SettingsSync {
  save(changes: AgentSettingChanges): Result<Record<string, never>, 'disk-full'>
  /** Everything was told: what was chosen meanwhile is sent. */
  synced(): void
  /** Inside the transaction that led the cache to this revision. */
  readonly arrived: (writer: Writer, revision: number) => void
  stop(): void
}

export const createSettingsSync = (options: SyncOptions): SettingsSync => {
  const { store, agentId, clock, ids, log, requests, isUp } = options
  let sending = false
  let tries = 0
  let stopWaiting: (() => void) | null = null
  let stopped = false

  /** What is not taken together is tried one by one, so that one bad value does not cost the others. */
  const deliver = async (changes: AgentSettingChanges): Promise<'done' | 'later'> => {
    const answer = await requests.command(ids.next(), 'agent-setting.save', { changes })
    if (stopped) return 'done'
    if (answer.ok) {
      const { revision } = answer.value
      store.writeOwn((own) => {
        markSettingsSent(own, agentId, changes, revision)
        dropSentSettings(own, agentId, readPosition(store.cache)?.revision ?? -1)
      })
      return 'done'
    }
    if (isTemporary(answer.code)) return 'later'
    const each = Object.entries(changes)
    if (each.length === 1) {
      log.warn('a setting was refused', { names: Object.keys(changes), code: answer.code })
      store.writeOwn((own) => dropSettings(own, agentId, Object.keys(changes)))
      return 'done'
    }
    for (const [name, value] of each) if ((await deliver({ [name]: value })) === 'later') return 'later'
    return 'done'
  }

  const send = async (): Promise<void> => {
    const changes = readUnsentSettings(store.own, agentId)
    if (stopped || sending || stopWaiting || !isUp() || Object.keys(changes).length === 0) return
    sending = true
    const outcome = await deliver(changes)
      .catch((error: unknown) => {
        log.error('settings could not be sent', { error })
        return 'later' as const
      })
      .finally(() => {
        sending = false
      })
    if (stopped) return
    if (outcome === 'done') {
      tries = 0
      return send()
    }
    tries += 1
    stopWaiting = clock.after(sendDelay(tries), () => {
      stopWaiting = null
      void send()
    })
  }

  /** Once for each agent on a device: what was chosen here before settings followed, unless the server knows better. */
  const takeOldAlong = (): void => {
    const key = `settings-taken:${agentId}`
    if (readSetting(store.own, key) === true) return
    const known = readAgentSettings(store.cache)
    const old = Object.entries(readOldSettings(store.own)).filter(([name]) => !Object.hasOwn(known, name))
    whenDiskAllows(() =>
      store.writeOwn((own) => {
        keepSettings(own, agentId, Object.fromEntries(old))
        saveSetting(own, key, true)
      }),
    )
  }

  return {
    save: (changes) => {
      const refused = whenDiskAllows(() => store.writeOwn((own) => keepSettings(own, agentId, changes)))
      if (refused) return refused
      void send()
      return ok({})
    },
    synced: () => {
      takeOldAlong()
      stopWaiting?.()
      stopWaiting = null
      void send()
    },
    arrived: ({ own }, revision) => dropSentSettings(own, agentId, revision),
    stop: () => {
      stopped = true
      stopWaiting?.()
    },
  }
}
