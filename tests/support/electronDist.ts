/**
 * A folder that looks like Electron's own files to a packager, for machines that cannot fetch them: the program in it is
 * none, but has the place of the fuses.
 */
import { appendFileSync, chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { createPackage } from '@electron/asar'

import { ROOT } from '../../scripts/support/tools.ts'

/** Marks the place in Electron's program; version 1 and eight fuses in the states of a fresh Electron follow. */
const FUSES = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810110001`

export const createElectronDist = async (folder: string, platform: 'linux' | 'win32'): Promise<void> => {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  for (const locale of ['en-US', 'zh-CN', 'fr']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'chrome-sandbox']) {
    writeFileSync(join(folder, file), '')
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  writeFileSync(join(folder, 'version'), version)
  const empty = `${folder}-empty`
  mkdirSync(empty, { recursive: true })
  writeFileSync(join(empty, 'package.json'), '{}')
  await createPackage(empty, join(folder, 'resources/default_app.asar'))
  const program = join(folder, platform === 'linux' ? 'electron' : 'electron.exe')
  if (platform === 'linux') writeFileSync(program, '#!/bin/sh\n')
  // Its resources are edited, so it must be a program of Windows, whichever.
  else copyFileSync(join(ROOT, 'node_modules/electron-winstaller/vendor/rcedit.exe'), program)
  appendFileSync(program, FUSES)
  chmodSync(program, 0o755)
}
