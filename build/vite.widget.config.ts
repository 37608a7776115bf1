import { join } from 'node:path'

import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

import { compressed } from './compressed.ts'

const root = join(import.meta.dirname, '..')

/** The page inside the widget's frame. The script that opens the frame is built by vite.widget-loader.config.ts. */
export default defineConfig({
  root: join(root, 'src/widget'),
  // Absolute, because the same page is also served as /chat/ID.
  base: '/widget/',
  plugins: [preact(), compressed()],
  build: {
    // The words of the language that WebView 80 knows; `frame/older.ts` has the rest.
    target: 'es2020',
    outDir: join(root, 'out/widget/frame'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: join(root, 'src/widget/frame.html') },
  },
})
