import { join } from 'node:path'

import { defineConfig } from 'vite'

import { compressed } from './compressed.ts'
import { tightStyles } from './tightStyles.ts'

const root = join(import.meta.dirname, '..')

/** The one script on the customer's page: a classic script of one file, because it is written as one line of HTML. */
export default defineConfig({
  root: join(root, 'src/widget'),
  plugins: [tightStyles(), compressed()],
  build: {
    target: 'es2020',
    outDir: join(root, 'out/widget'),
    // The frame is built into a folder below.
    emptyOutDir: false,
    lib: {
      entry: join(root, 'src/widget/loader.ts'),
      formats: ['iife'],
      name: 'Foyer',
      fileName: () => 'foyer.js',
    },
  },
})
