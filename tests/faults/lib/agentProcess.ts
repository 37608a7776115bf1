import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import type { AgentPlan } from './agentWriter.ts'

export interface AgentProcess {
  /** Resolves when the server has begun to tell the core what it missed. */
  readonly syncing: Promise<void>
  /** Everything was written and sent. */
  drained(): boolean
  /** As `kill -9` does. */
  kill(): Promise<void>
  /** Lets it finish what it is doing. */
  stop(): Promise<void>
}

export const startAgentProcess = (plan: AgentPlan): AgentProcess => {
  const child = fork(join(import.meta.dirname, '../agentProcess.ts'), [JSON.stringify(plan)])
  const gone = once(child, 'exit')
  let drained = false
  const syncing = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      if (message === 'syncing') resolve()
      if (message === 'drained') drained = true
    })
    child.once('exit', (code) => {
      reject(new Error(`the agent's process ended with ${code}`))
    })
  })
  // Whoever kills it before then does not wait for that.
  syncing.catch(() => undefined)
  return {
    syncing,
    drained: () => drained,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    stop: async () => {
      child.send('stop')
      await gone
    },
  }
}
