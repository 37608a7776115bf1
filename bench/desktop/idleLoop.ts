/** A loop that has nothing to do: what delays it, the machine does. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parentPort } from 'node:worker_threads'

const delays = monitorEventLoopDelay({ resolution: 1 })
delays.enable()
parentPort?.on('message', () => {
  parentPort?.postMessage(delays.max / 1e6)
  delays.reset()
})
