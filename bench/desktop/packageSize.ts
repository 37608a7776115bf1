/** M4: what Foyer adds to Electron's own files in the folder of the packaged program. */
import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { ROOT } from '../../scripts/support/tools.ts'
import { createElectronDist } from '../../tests/support/electronDist.ts'
import { temporaryFolder, usableCores } from '../lib/process.ts'
import { finding, type Finding } from '../lib/report.ts'

const BAR_MB = 40
const PLATFORMS = [
  { platform: 'linux', flag: '--linux', output: 'linux-unpacked' },
  { platform: 'win32', flag: '--win', output: 'win-unpacked' },
] as const

export const measurePackage = async (): Promise<Finding[]> => {
  usableCores()
  const findings: Finding[] = []
  for (const { platform, flag, output } of PLATFORMS) {
    const folder = temporaryFolder('package')
    const electron = join(folder, 'electron')
    await createElectronDist(electron, platform)
    await promisify(execFile)(process.execPath, [
      join(ROOT, 'scripts/package.ts'),
      ...['--dir', flag, '--x64', `-c.electronDist=${electron}`, `-c.directories.output=${folder}`],
    ])
    const added = bytesIn(join(folder, output)) - bytesIn(electron)
    const what = `the packaged program for ${platform} without Electron's own files`
    findings.push(
      finding('M4', what, 'MB', added / 1e6, null, `≤ ${BAR_MB} MB`, (_ratio, mb) => mb <= BAR_MB),
    )
  }
  return findings
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
