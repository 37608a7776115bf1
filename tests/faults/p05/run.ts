/** P5: a damaged cache costs no message. */
import { join } from 'node:path'

import type { Client } from '../../../src/client/index.ts'
import type { ConversationId } from '../../../src/protocol/model/index.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import { connected, signInOffline, startCore } from '../lib/core.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { createFolders } from '../lib/folders.ts'
import { createProfile, differences, type Profile } from '../lib/profile.ts'
import { until } from '../lib/wait.ts'
import { DAMAGES, damageCache } from './damage.ts'

export interface P5Size {
  readonly rounds: number
  readonly messages: number
}

export const runP5 = async (seed: number, { rounds, messages }: P5Size): Promise<Finding> => {
  const random = createRandom(seed)
  const folders = createFolders()
  const profile = await createProfile(folders, messages)
  const problems: string[] = []
  const counts = {
    crashes: 0,
    lostUnsent: 0,
    lostDrafts: 0,
    notBack: 0,
    altered: 0,
    noticed: 0,
    foreign: 0,
    moved: 0,
  }
  let slowestMs = 0
  const theirs = new Set(profile.conversationIds)
  const crashed = (error: unknown): void => {
    counts.crashes += 1
    problems.push(`crash: ${error instanceof Error ? error.stack : String(error)}`)
  }
  process.on('uncaughtException', crashed).on('unhandledRejection', crashed)
  try {
    for (let round = 0; round < rounds; round += 1) {
      const damage = DAMAGES[round % DAMAGES.length] ?? 'bit flip'
      const folder = folders.copyOf(profile.folder)
      const foreignWal = join(profile.foreignFolder, `${profile.foreignCacheName}.db-wal`)
      damageCache(damage, { folder, cacheName: profile.cacheName, foreignWal }, random)
      const begun = performance.now()
      const core = startDisconnected(profile, folder)
      let listed: readonly ConversationId[] = []
      try {
        const found = await live(profile, core)
        listed = found.listed
        counts.lostUnsent += found.lostUnsent
        counts.lostDrafts += found.lostDrafts
        counts.altered += found.altered
        if (found.noticed) counts.noticed += 1
        if (found.lostUnsent + found.lostDrafts + found.altered > 0) {
          problems.push(`${damage} in round ${round}: ${JSON.stringify(found)}`)
        }
      } catch (error) {
        counts.notBack += 1
        problems.push(
          `${damage} in round ${round}: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
      slowestMs = Math.max(slowestMs, performance.now() - begun)
      await core.stop()
      const strangers = listed.filter((id) => !theirs.has(id))
      if (strangers.length === 0) continue
      for (const id of await listAnew(profile, folders.fresh('anew'))) theirs.add(id)
      for (const id of strangers) {
        if (theirs.has(id)) counts.moved += 1
        else {
          counts.foreign += 1
          problems.push(`${damage} in round ${round}: ${id} is not theirs`)
        }
      }
    }
  } finally {
    process.off('uncaughtException', crashed).off('unhandledRejection', crashed)
    await profile.dispose()
    folders.remove()
  }
  const { crashes, lostUnsent, lostDrafts, notBack, altered, foreign, moved, noticed } = counts
  return {
    id: 'P5',
    promise: 'a damaged cache costs no message',
    figure:
      `${crashes} crashes, ${lostUnsent} unsent lost, ${lostDrafts} drafts lost, ${notBack} not back with all messages, ` +
      `${foreign} shown to the wrong agent (${moved} came from another agent meanwhile), in ${rounds} damages of encrypted files (${noticed} met ` +
      `and repaired; ${altered} messages with changed letters); slowest ${(slowestMs / 1000).toFixed(1)} s; ${bound(rounds)}`,
    holds: crashes + lostUnsent + lostDrafts + notBack + foreign + altered === 0,
    seed,
    figures: { rounds, ...counts, slowestMs: Math.round(slowestMs) },
    problems: problems.slice(0, LONGEST_LIST),
  }
}

const startDisconnected = ({ proxy }: Profile, folder: string): Client => {
  proxy.faults.down = true
  proxy.cut()
  return startCore(folder)
}

const listOf = async (core: Client): Promise<ConversationId[]> =>
  (await core.query('conversations.list', { filter: 'all' })).map(({ id }) => id)

/** The list as a core without files gets it: the server may have given the agent more than they began with. */
const listAnew = async ({ account }: Profile, folder: string): Promise<ConversationId[]> => {
  await signInOffline(folder, account)
  const core = startCore(folder)
  await connected(core)
  const listed = await listOf(core)
  await core.stop()
  return listed
}

/** A question that meets the damage has no answer; the core then begins anew, and it is asked again. */
const answered = async <T>(ask: () => Promise<T>): Promise<T> => {
  const answers: T[] = []
  await until('the core answers', async () => {
    const answer = await ask().catch(() => undefined)
    if (answer !== undefined) answers.push(answer)
    return answers.length > 0
  })
  return answers[0] as T
}

/** What is kept is looked at before the network is there, the rest after it came. */
const live = async (profile: Profile, core: Client) => {
  const { proxy, drafts, unsent } = profile
  await until(
    'the core has opened its files',
    async () => (await core.query('account.current', {})).state !== 'starting',
  )
  const waiting = (await answered(() => core.query('outbox.list', {}))).map(({ body }) =>
    body.kind === 'text' ? body.text : '',
  )
  const lostUnsent = unsent.filter((text) => !waiting.includes(text)).length
  let lostDrafts = 0
  for (const [conversationId, text] of drafts) {
    const draft = await answered(() => core.query('draft.get', { conversationId }))
    if (draft.text !== text) lostDrafts += 1
  }
  proxy.faults.down = false
  await core.run('connection.retry', {})
  await connected(core)
  // Damage may be met by any of these, and the core then begins anew: what counts is where it ends.
  let altered = 0
  await until('all messages are back', async () => {
    try {
      await core.query('search.local', { text: '到货', limit: 50 })
      const found = await differences(profile, core)
      altered = found.altered
      return found.missing === 0 && (await core.query('outbox.list', {})).length === 0
    } catch {
      return false
    }
  })
  let listed: readonly ConversationId[] = []
  await until('the list is back', async () => {
    try {
      // It may be the first to read the damaged place.
      listed = await listOf(core)
      return (await differences(profile, core)).missing === 0
    } catch {
      return false
    }
  })
  const { notices } = await core.query('account.current', {})
  return {
    lostUnsent,
    lostDrafts,
    altered,
    listed,
    noticed: notices.some(({ code }) => code === 'cache-moved-aside'),
  }
}
