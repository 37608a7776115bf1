/**
 * Puts a new version in the place of the running one, where the program can do that by itself.
 *
 * On Windows the installer is the program of the new version and replaces the files once this one has ended. On Linux a
 * program in one file is replaced by a rename, so there is always the old one or the new one. Everywhere else a package
 * manager or a person installs.
 */
import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, renameSync, rmSync } from 'node:fs'

export interface Installer {
  /** To be called when everything else of the program has ended; `relaunch` starts the new version. */
  install(file: string, relaunch: boolean): void
}

export interface Machine {
  readonly platform: NodeJS.Platform
  /** The one file of the program, where it is one. */
  readonly appImage: string | undefined
  /** Starts the file in the place of this program, once this one has ended. */
  relaunch(path: string): void
}

export const createInstaller = ({ platform, appImage, relaunch }: Machine): Installer | null => {
  if (platform === 'win32') {
    return {
      install: (file, again) => {
        const args = ['--updated', '/S', ...(again ? ['--force-run'] : [])]
        const installer = spawn(file, args, { detached: true, stdio: 'ignore' })
        // Nobody is there any more to be told; the next start offers it again.
        installer.on('error', () => undefined)
        installer.unref()
      },
    }
  }
  if (platform !== 'linux' || appImage === undefined) return null
  return {
    install: (file, again) => {
      const beside = `${appImage}.new`
      try {
        copyFileSync(file, beside)
        chmodSync(beside, 0o755)
        renameSync(beside, appImage)
      } catch (error) {
        rmSync(beside, { force: true })
        throw error
      }
      if (again) relaunch(appImage)
    },
  }
}
