import { join } from 'node:path'

import { defineConfig } from 'vite'

import { compiledReact } from '../../build/compiledReact.ts'
import { scalableStyles } from '../../build/scalableStyles.ts'

/** `node_modules/.bin/vite -c tests/gallery/vite.config.ts`: the screens with made-up data. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [scalableStyles(), ...compiledReact(join(import.meta.dirname, '../..'))],
  build: { outDir: '../../out/gallery', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2024' },
})
