/** The README tells the truth about what can be set and which commands there are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { START_USAGE } from '../../scripts/start/options.ts'
import { ROOT } from '../../scripts/support/tools.ts'
import { OPTIONS, type Option } from '../../src/server/app/options.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Set by the commands themselves, not by people. */
const OWN = new Set(['demo', 'parent', 'web-root', 'widget-root'])

it('the table of settings names each setting of the server with its default', () => {
  const rows = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const settings = Object.values<Option>(OPTIONS).filter(({ flag }) => flag === undefined || !OWN.has(flag))
  const missing = settings.filter(
    ({ flag, variable, fallback }) =>
      !rows.some(
        (row) =>
          row.includes(flag ? `\`--${flag}\`` : `\`${variable}\``) &&
          row.includes(`\`${variable}\``) &&
          row.includes(fallback ?? ''),
      ),
  )
  expect(missing).toEqual([])
})

it('every command that a page names exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const pages = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/adding-a-feature.md']
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/`npm run ([\w:]+)/gu)].map((match) => match[1]),
  )
  expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([])
})

it('every option of npm start that the README names exists', () => {
  const table = read('README.md').split('## Five minutes')[0] ?? ''
  const named = [...table.matchAll(/\| `(--[\w-]+)/gu)].map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThan(4)
  expect(named.filter((name) => !START_USAGE.includes(name))).toEqual([])
})
