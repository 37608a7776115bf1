/** `--reset`: begins afresh without destroying anything. */
import { createInterface } from 'node:readline/promises'

import { isDataFolder, moveAside } from './dataFolder.ts'

type Answer = { readonly ok: boolean; readonly sentence: string }

const confirm = async (question: string): Promise<boolean> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(?:es)?$/iu.test(answer.trim())
}

export const resetData = async (folder: string, yes: boolean): Promise<Answer> => {
  if (!isDataFolder(folder)) return { ok: true, sentence: `There is no data of Foyer in ${folder} yet.` }
  if (!yes) {
    if (!process.stdin.isTTY) return { ok: false, sentence: 'Add --yes to reset without being asked.' }
    if (!(await confirm(`Begin afresh and move ${folder} aside?`)))
      return { ok: false, sentence: 'Nothing was changed.' }
  }
  return { ok: true, sentence: `The old data is in ${moveAside(folder, new Date())}.` }
}
