/** An agent in a process of its own, so that it can be killed: `node agentProcess.ts PLAN`. */
import { startAgentWriter, type AgentPlan } from './lib/agentWriter.ts'

const plan = JSON.parse(process.argv[2] ?? '') as AgentPlan
const writer = startAgentWriter(plan)

const look = async (): Promise<void> => {
  if (await writer.drained()) process.send?.('drained')
  else setTimeout(() => void look(), 50)
}
process.on('message', () => {
  void writer.stop().then(() => process.exit(0))
})
process.on('disconnect', () => process.exit(1))
const unsubscribe = writer.core.subscribe('connection.status', {}, ({ state }) => {
  if (state !== 'syncing' && state !== 'connected') return
  process.send?.('syncing')
  unsubscribe()
})
await look()
