import { join } from 'node:path'

import { defineConfig } from 'vite'

import { compiledReact } from './compiledReact.ts'
import { QUIET } from './quiet.ts'
import { scalableStyles } from './scalableStyles.ts'

const root = join(import.meta.dirname, '..')

/** The web workbench: the renderer in a browser, its client core in a worker. */
export default defineConfig({
  root: join(root, 'src/renderer'),
  base: './',
  plugins: [scalableStyles(), ...compiledReact(root)],
  optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
  worker: { format: 'es', rolldownOptions: QUIET },
  build: {
    target: 'es2024',
    outDir: join(root, 'out/web'),
    emptyOutDir: true,
    // The content security policy allows neither inline scripts nor data: addresses for code.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: QUIET,
  },
})
