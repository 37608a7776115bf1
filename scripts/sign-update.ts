/**
 * Writes `foyer-update.json` beside the files of a new version, signed with the publisher's key:
 *
 *     node scripts/run.mjs scripts/sign-update.ts --key key.pem --notes notes.json --share 10 dist/Foyer*.exe dist/*.AppImage
 *
 * `notes.json` has the notes in `zh-CN` and `en`. The key is made with `openssl genpkey -algorithm ed25519` and stays off
 * every server; the program holds the other half (`src/main/updates/source.json`), which this prints.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import { PRODUCT, type Manifest, type UpdateFile } from '../src/main/updates/manifest.ts'
import { ROOT } from './support/tools.ts'

const DAY_MS = 24 * 3_600_000

const fileOf = (path: string): UpdateFile => ({
  platform: path.endsWith('.exe') ? 'win32' : 'linux',
  arch: /arm64/u.test(basename(path)) ? 'arm64' : 'x64',
  name: basename(path),
  size: statSync(path).size,
  sha512: createHash('sha512').update(readFileSync(path)).digest('hex'),
})

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string' },
    notes: { type: 'string' },
    share: { type: 'string', default: '100' },
    days: { type: 'string', default: '90' },
  },
})
const [first] = positionals
if (values.key === undefined || values.notes === undefined || first === undefined) {
  console.error('It needs --key, --notes and the files of the new version.')
  process.exit(2)
}
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
const key = createPrivateKey(readFileSync(values.key))
const manifest: Manifest = {
  product: PRODUCT,
  version,
  expiresAt: Date.now() + Number(values.days) * DAY_MS,
  share: Number(values.share),
  notes: JSON.parse(readFileSync(values.notes, 'utf8')) as Manifest['notes'],
  files: positionals.map(fileOf),
}
const signed = JSON.stringify(manifest)
const signature = sign(null, Buffer.from(signed), key).toString('base64')
const target = join(dirname(first), 'foyer-update.json')
writeFileSync(target, `${JSON.stringify({ signed, signature })}\n`)
const half = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
console.log(
  `${target}: version ${version}, for ${manifest.share} % of the devices.\nThe key of the program: ${half}`,
)
