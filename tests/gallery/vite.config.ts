import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `node_modules/.bin/vite -c tests/gallery/vite.config.ts`: the screens with made-up data. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
  build: { outDir: '../../out/gallery', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2024' },
})
