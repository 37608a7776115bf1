import { discard } from './operations.ts'
import type { Play } from './play.ts'

/** The longest a client waits before it tries again, for the connection and for a message. */
const LONGEST_WAIT_MS = 61_000
const ROUNDS = 40

/** Mends everything and waits until nobody has anything left to do. */
export const comeToRest = async (play: Play): Promise<void> => {
  const { world, cores } = play
  if (!play.serverIsUp) await world.startServer()
  play.serverIsUp = true
  for (const line of world.network.lines()) line.release()
  for (const core of cores) {
    if (!core.running) core.start()
    await core.comeBack()
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    await world.pass(LONGEST_WAIT_MS)
    if (await isAtRest(play)) return
  }
  throw new Error('the cores do not come to rest')
}

const isAtRest = async (play: Play): Promise<boolean> => {
  let rest = true
  for (const core of play.cores) {
    const { state } = await core.client.query('connection.status', {})
    const unsent = await core.client.query('outbox.list', {})
    for (const item of unsent) if (item.state === 'failed') await discard(play, core, item.id)
    rest &&= state === 'connected' && unsent.length === 0
  }
  return rest
}
