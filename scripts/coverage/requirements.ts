/** Requirement ids of the specification, as the first cell of a table row: `| R-02-014 | …`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROW = /^\|\s*(R-\d{2}-\d{3})\s*\|/u

/** The ids that a chapter's text defines, in its order, each once. */
export const requirementsIn = (markdown: string): string[] => {
  const ids = markdown.split('\n').flatMap((line) => ROW.exec(line)?.[1] ?? [])
  return [...new Set(ids)]
}

/** All ids of a folder of chapters. */
export const readRequirements = (folder: string): string[] => {
  const chapters = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return [
    ...new Set(chapters.sort().flatMap((name) => requirementsIn(readFileSync(join(folder, name), 'utf8')))),
  ]
}
