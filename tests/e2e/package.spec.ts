import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import fuses from '@electron/fuses'
import { expect, test } from '@playwright/test'

import { ROOT } from '../../scripts/support/tools.ts'
import { createElectronDist } from '../support/electronDist.ts'

const NATIVE = 'node_modules/better-sqlite3-multiple-ciphers/prebuilds'
const MB = 1024 * 1024

const TARGETS = [
  { platform: 'linux', output: 'linux-unpacked', program: 'foyer', native: 'linux-x64.node' },
  { platform: 'win32', output: 'win-unpacked', program: 'Foyer.exe', native: 'win32-x64.node' },
] as const

const FUSES = [
  { name: 'RunAsNode', on: false },
  { name: 'EnableCookieEncryption', on: true },
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false },
  { name: 'EnableNodeCliInspectArguments', on: false },
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true },
  { name: 'OnlyLoadAppFromAsar', on: true },
  { name: 'GrantFileProtocolExtraPrivileges', on: false },
] as const

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

for (const { platform, output, program, native } of TARGETS) {
  test(`the packaged program for ${platform} has its own files, one native binary and the fuses as written`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-package-'))
    try {
      const electron = join(folder, 'electron')
      await createElectronDist(electron, platform)
      await promisify(execFile)(process.execPath, [
        join(ROOT, 'scripts/package.ts'),
        ...['--dir', platform === 'linux' ? '--linux' : '--win', '--x64'],
        ...[`-c.electronDist=${electron}`, `-c.directories.output=${folder}`],
      ])
      const resources = join(folder, output, 'resources')
      const asar = join(resources, 'app.asar')

      const files = listPackage(asar, { isPack: false }).map((file) => file.slice(1).replaceAll('\\', '/'))
      expect(files).toEqual(
        expect.arrayContaining([
          'out/main/index.js',
          'out/main/clientHost.js',
          'out/preload/index.cjs',
          'out/renderer/index.html',
        ]),
      )
      const strange = files.filter(
        (file) => !/^(?:out(?:\/(?:main|preload|renderer)(?:\/.*)?)?|package\.json)$/u.test(file),
      )
      expect(
        strange.every((file) => /^node_modules(?:\/better-sqlite3-multiple-ciphers(?:\/|$)|$)/u.test(file)),
      ).toBe(true)
      expect(files.filter((file) => file.endsWith('.node'))).toEqual([`${NATIVE}/${native}`])
      // What lies beside the archive is not checked when the program starts, so it is as little as can be.
      const beside = join(resources, 'app.asar.unpacked')
      expect(filesIn(beside)).toEqual([join(beside, NATIVE, native)])
      const manifest = JSON.parse(extractFile(asar, 'package.json').toString()) as object
      expect(Object.keys(manifest)).not.toContain('scripts')
      expect(statSync(asar).size + statSync(join(beside, NATIVE, native)).size).toBeLessThan(40 * MB)

      const wire = await fuses.getCurrentFuseWire(join(folder, output, program))
      const on = ({ name }: (typeof FUSES)[number]): boolean =>
        String.fromCharCode(wire[fuses.FuseV1Options[name]] ?? 0) === '1'
      expect(FUSES.map((fuse) => ({ ...fuse, on: on(fuse) }))).toEqual(FUSES)
      if (platform === 'win32') {
        // Electron on Linux has no check of the archive.
        const { headerString } = getRawHeader(asar)
        const hash = createHash('sha256').update(headerString).digest('hex')
        expect(readFileSync(join(folder, output, program)).includes(hash)).toBe(true)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
