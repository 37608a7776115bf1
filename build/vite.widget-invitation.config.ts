import { join } from 'node:path'

import { defineConfig } from 'vite'

import { compressed } from './compressed.ts'
import { tightStyles } from './tightStyles.ts'

const root = join(import.meta.dirname, '..')

/** What the one script on the customer's page loads when an invitation is to be shown, and not before. */
export default defineConfig({
  root: join(root, 'src/widget'),
  plugins: [tightStyles(), compressed()],
  build: {
    target: 'es2020',
    outDir: join(root, 'out/widget'),
    // The loader and the frame are built into the same folder.
    emptyOutDir: false,
    lib: {
      entry: join(root, 'src/widget/invitation.ts'),
      formats: ['es'],
      fileName: () => 'foyer-invitation.js',
    },
  },
})
