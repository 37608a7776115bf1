/** M1, M2, M3: the desktop program over the files of some months. */
import type { Finding } from '../lib/report.ts'
import { measureMainProcess } from './mainProcess.ts'
import { measureMemory } from './memory.ts'
import { fillProfile } from './program.ts'
import { measureDesktopStart } from './start.ts'

export const measureDesktop = async (messages: number, rounds: number): Promise<Finding[]> => {
  const filled = await fillProfile(messages)
  const mainProcess = await measureMainProcess(filled, rounds)
  const memory = await measureMemory(filled.folder, messages)
  await filled.site.close()
  const start = await measureDesktopStart(filled.folder, messages, rounds)
  return [start, mainProcess, memory]
}
