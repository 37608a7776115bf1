/** Builds the widget as it is shipped, into a folder of its own, so that tests see the code of now. */
import { join } from 'node:path'

import { build } from 'vite'

import { makeFastFolder } from './fastFolder.ts'

const CONFIGS = join(import.meta.dirname, '../../build')

let built: Promise<string> | undefined

/** The folder with `foyer.js` and `frame/`, as in `out/widget`: the same for all tests of a process, which only read it. */
export const buildWidget = async (): Promise<string> => (built ??= makeBuild())

const makeBuild = async (): Promise<string> => {
  const root = makeFastFolder('foyer-widget-')
  const make = async (config: string, outDir: string): Promise<void> => {
    await build({
      configFile: join(CONFIGS, config),
      logLevel: 'error',
      // Tests run in another mode; what is measured and tried is what visitors get.
      mode: 'production',
      build: { outDir, emptyOutDir: false },
    })
  }
  await make('vite.widget.config.ts', join(root, 'frame'))
  await make('vite.widget-loader.config.ts', root)
  await make('vite.widget-invitation.config.ts', root)
  return root
}
