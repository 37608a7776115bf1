/** Builds the bare page and serves it. */
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

import { temporaryFolder } from '../lib/process.ts'

export interface BareSite {
  readonly url: string
  close(): Promise<void>
}

export const openBareSite = async (): Promise<BareSite> => {
  const outDir = temporaryFolder('bare-rows')
  await build({
    configFile: false,
    root: import.meta.dirname,
    plugins: [react()],
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: `${import.meta.dirname}/bareRows.html` } },
  })
  const server = await preview({
    configFile: false,
    root: outDir,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const address = server.httpServer.address()
  if (typeof address !== 'object' || address === null) throw new Error('the bare page has no port')
  return { url: `http://127.0.0.1:${address.port}/bareRows.html`, close: async () => server.close() }
}
