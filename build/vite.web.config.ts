import { join } from 'node:path'

import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..')

/** The web workbench: the renderer in a browser, its client core in a worker. */
export default defineConfig({
  root: join(root, 'src/renderer'),
  base: './',
  plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
  optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
  worker: { format: 'es' },
  build: {
    target: 'es2024',
    outDir: join(root, 'out/web'),
    emptyOutDir: true,
    // The content security policy allows neither inline scripts nor data: addresses for code.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
})
