import { resolve } from 'node:path'

import { defineConfig } from 'electron-vite'

import { compiledReact } from './build/compiledReact.ts'
import { QUIET } from './build/quiet.ts'
import { scalableStyles } from './build/scalableStyles.ts'

const source = (path: string): string => resolve(import.meta.dirname, 'src', path)

/** Only `dependencies` stay outside the bundles, so everything that is not native belongs into `devDependencies`. */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: { index: source('main/index.ts'), clientHost: source('main/clientHost/start.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        // CommonJS, so that the sandbox of the windows stays on.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [scalableStyles(), ...compiledReact(import.meta.dirname)],
    optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
    worker: { format: 'es', rolldownOptions: QUIET },
    build: {
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        ...QUIET,
        input: { index: source('renderer/index.html'), trouble: source('renderer/trouble.html') },
      },
    },
  },
})
