/** P1: accepted messages are kept once and in order, whatever happens to the server, the network and the clients. */
import { createRandom } from '../../../src/server/demo/random.ts'
import { bound, type Finding } from '../lib/finding.ts'
import { createFolders } from '../lib/folders.ts'
import { startReception, storedMessages } from '../lib/reception.ts'
import { sleep, until } from '../lib/wait.ts'
import { createCast } from './cast.ts'
import { compare } from './compare.ts'
import { startTroubles } from './troubles.ts'

export interface P1Size {
  readonly messages: number
  readonly pairs: number
  readonly processes: number
  readonly secondDevices: number
  readonly gapMs: number
  readonly killEveryMs: readonly [number, number]
  readonly troubleEveryMs: number
  readonly halfOpen: boolean
  readonly longestDelayMs: number
  /** Share of the messages that are stored when the trouble ends. */
  readonly troubleUntil: number
}

const DRAIN_MS = 15 * 60_000

/** Longer than the longest pause between two tries to connect. */
const RETURN_TRIES = 40

export const runP1 = async (seed: number, size: P1Size): Promise<Finding> => {
  const random = createRandom(seed)
  const folders = createFolders()
  const world = await startReception({ pairs: size.pairs })
  const { server } = world
  const messagesEach = Math.ceil(size.messages / (size.pairs * 2))
  const cast = await createCast({ ...size, world, folders, random, messagesEach })
  try {
    const { restartAgent, reloadPage, proxies } = cast
    const troubles = startTroubles({
      ...size,
      random: createRandom(seed + 1),
      server,
      proxies,
      restartAgent,
      reloadPage,
    })
    const wanted = messagesEach * size.pairs * 2
    await until(
      'enough got through the trouble',
      () => troubles.counts.kills > 0 && storedMessages(server.folder).length >= wanted * size.troubleUntil,
      DRAIN_MS,
    )
    await troubles.stop()
    await until('nothing waits any more', cast.drained, DRAIN_MS)
    const { readers, result } = await settled(async () => {
      const seen = await cast.readers()
      return { readers: seen, result: compare(storedMessages(server.folder), cast.senders(), seen) }
    })
    const sum = (name: 'cuts' | 'duplicates' | 'replays'): number =>
      proxies.reduce((total, { counts }) => total + counts[name], 0)
    const { acknowledged, lost, duplicated, unexpected, reordered, recovered, disagreeing } = result
    const { kills, halfOpens, delays, agentRestarts, reloads } = troubles.counts
    const cuts = sum('cuts')
    return {
      id: 'P1',
      promise: 'accepted messages are kept once and in order',
      figure:
        `${lost} lost, ${duplicated} duplicated, ${unexpected} unexpected, ${reordered} reordered of ${acknowledged}; ` +
        `${recovered} recovered; ${disagreeing} of ${readers.length} readers disagree; ${kills} server kills, ` +
        `${agentRestarts} agent restarts, ${reloads} reloads, ${cuts} cuts, ${halfOpens} half-open, ${delays} slow, ` +
        `${sum('duplicates')} duplicates, ${sum('replays')} replays; ${bound(acknowledged)}`,
      holds: lost + duplicated + unexpected + reordered + disagreeing === 0 && acknowledged > 0 && kills > 0,
      seed,
      figures: {
        ...{
          acknowledged,
          lost,
          duplicated,
          unexpected,
          reordered,
          recovered,
          disagreeing,
          readers: readers.length,
        },
        ...{ ...troubles.counts, cuts, duplicates: sum('duplicates'), replays: sum('replays') },
      },
      problems: result.problems,
    }
  } finally {
    await cast.stop()
    await server.dispose()
    folders.remove()
  }
}

/** Whoever has nothing left to send may still be on the way back to read: they get the time a return takes. */
const settled = async <T extends { readonly result: { readonly disagreeing: number } }>(
  look: () => Promise<T>,
): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    const found = await look()
    if (found.result.disagreeing === 0 || tries >= RETURN_TRIES) return found
    await sleep(1000)
  }
}
