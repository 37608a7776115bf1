/** What the shell knows for whoever looks for a fault: no name, text, token, address or path of a person. */
import { readFile } from 'node:fs/promises'
import { release } from 'node:os'

import { withoutTexts } from '../../base/withoutTexts.ts'
import type { ShellDiagnostics, ShellLogLine } from '../../preload/contract.ts'

const LINES_KEPT = 400

export interface DiagnosticSources {
  readonly version: string
  /** Which store keeps the keys of the local files. */
  readonly keyStore: () => Promise<string | null>
  readonly proxy: () => string
  /** Files of the log, the older one first. */
  readonly logFiles: readonly string[]
}

export const readDiagnostics = async ({
  version,
  keyStore,
  proxy,
  logFiles,
}: DiagnosticSources): Promise<ShellDiagnostics> => {
  const texts = await Promise.all(logFiles.map((file) => readFile(file, 'utf8').catch(() => '')))
  const { electron, chrome, node } = process.versions
  return {
    version,
    electron,
    chrome,
    node,
    system: `${process.platform} ${release()} ${process.arch}`,
    memoryBytes: process.memoryUsage.rss(),
    keyStore: await keyStore().catch(() => null),
    proxy: proxy(),
    log: logLines(texts.join('')),
  }
}

/** The last lines, without what may be a text; what is no line of ours, such as the words of a crash, is only counted. */
export const logLines = (text: string): readonly ShellLogLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .slice(-LINES_KEPT)
    .map(lineOf)

const lineOf = (line: string): ShellLogLine => {
  try {
    const { level, msg, ...fields } = JSON.parse(line) as Record<string, unknown>
    // What was said is a sentence of the program; it holds neither figures nor letters of other alphabets.
    const message = typeof msg === 'string' && /^[a-z][a-z ,;'’-]{0,100}$/iu.test(msg) ? msg : 'not ours'
    return { level: typeof level === 'string' ? level : '', message, fields: withoutTexts(fields) }
  } catch {
    return { level: '', message: 'not ours', fields: {} }
  }
}
