/** The end of a run: what failed, and the counts. */
import { isAbsolute, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import type { Outcome, TestResult } from '../coverage/results.ts'
import { ROOT } from './tools.ts'

/** Each failed test with its file and the first line of its complaint, which is far above by now or in no log at all. */
export const failureLines = (results: readonly TestResult[]): string[] =>
  results
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap(({ title, file, reason = '' }) => {
      const place = isAbsolute(file) ? relative(ROOT, file).replaceAll('\\', '/') : file
      const complaint = stripVTControlCharacters(reason).trim().split('\n')[0] ?? ''
      return [`✘ ${place ? `${place} › ` : ''}${title}`, ...(complaint ? [`    ${complaint}`] : [])]
    })

/** `12 passed, 0 failed`, and what was skipped where something was. */
export const countLine = (results: readonly TestResult[]): string => {
  const count = (wanted: Outcome): number => results.filter(({ outcome }) => outcome === wanted).length
  const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''
  return `${count('passed')} passed, ${count('failed')} failed${skipped}`
}
