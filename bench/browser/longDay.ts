/** D5: a day at the desk, compressed: the tab must not grow with what was looked at and what came. */
import { readFileSync } from 'node:fs'

import { finding, type Finding } from '../lib/report.ts'
import { sleep } from '../lib/samples.ts'
import { createRandom, messageText } from '../lib/text.ts'
import { connectCustomers, openDesk, openFirstConversation, writeSteadily, type Desk } from './desk.ts'
import { switchTo } from './switching.ts'

const GROWTH = 1.2
/** Below those who write: what they had last is still on the screen when they are opened. */
const FIRST_ROW = 40
const ROWS = 200
const PAGE_BYTES = 4096

interface LongDay {
  readonly switches: number
  readonly messages: number
  readonly perSecond: number
}

export const measureLongDay = async ({ switches, messages, perSecond }: LongDay): Promise<Finding[]> => {
  const desk = await openDesk()
  const customers = await connectCustomers(desk)
  await openFirstConversation(desk)
  const random = createRandom(14)
  let written = 0
  let switched = 0
  const stop = writeSteadily(perSecond, (n) => {
    if (written === messages) return
    written += 1
    customers.write(n, messageText(random))
  })
  const worked = async (share: number): Promise<number> => {
    for (; switched < switches * share; switched += 1)
      await switchTo(desk.page, FIRST_ROW + random.below(ROWS))
    while (written < messages * share) await sleep(50)
    return tabBytes(desk)
  }
  const early = await worked(0.1)
  const late = await worked(1)
  stop()
  customers.close()
  await desk.close()
  const what = `memory of the tab after ${switches.toLocaleString('en')} switches and ${messages.toLocaleString('en')} messages; beside it after a tenth`
  return [
    finding('D5', what, 'MiB', late / 2 ** 20, early / 2 ** 20, `≤ ${GROWTH} ×`, (ratio) => ratio <= GROWTH),
  ]
}

/** What the tab's process holds, the worker with the cache too, after a collection. Linux only. */
const tabBytes = async ({ page, context }: Desk): Promise<number> => {
  if (process.platform !== 'linux') return Number.NaN
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  await sleep(1000)
  const browser = await context.browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {}
  await browser?.detach()
  const tabs = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id))
  return Math.max(...tabs)
}

const residentBytes = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES
