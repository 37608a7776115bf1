/** Builds the widget as it is shipped, into a folder of its own, so that tests see the code of now. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'

const CONFIGS = join(import.meta.dirname, '../../build')

/** The folder with `foyer.js` and `frame/`, as in `out/widget`. */
export const buildWidget = async (): Promise<string> => {
  const root = mkdtempSync(join(tmpdir(), 'foyer-widget-'))
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
