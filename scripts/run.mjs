// Runs a script of this repository on any machine: installs the dependencies when they are missing or stale, and
// starts over under the wanted Node when the installed one is too old.
//
// Plain JavaScript of 2020 without dependencies, so that old Nodes can parse it and say something useful.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MINIMUM = [24, 10]
const WANTED = '24.21.0'

const self = fileURLToPath(import.meta.url)
const root = join(dirname(self), '..')
const windows = process.platform === 'win32'
// Where the fetched Node lies, so that only the first start has to ask npm for it.
const nodeNote = join(root, 'node_modules', '.foyer-node')
const newer = 'install Node ' + MINIMUM.join('.') + ' or newer from https://nodejs.org'

const say = (sentence) => process.stderr.write(sentence + '\n')

const fail = (sentence) => {
  say(sentence)
  process.exit(1)
}

// What a failed npm most often means, in the words of the person who has to do something about it.
const CAUSES = [
  [/ENOSPC/, 'The disk is full: about 1 GB of free space is needed.'],
  [/EROFS/, 'This folder is on a read-only file system: copy it to a place that can be written.'],
  [/EACCES|EPERM/, 'A file may not be written: check who owns this folder and the cache of npm (~/.npm).'],
  [
    /CERT|SSL/,
    'The certificate of the package registry is not trusted: check the proxy and the "cafile" of npm.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET|ENOTCACHED|network/i,
    'The package registry cannot be reached: check the network, the proxy and the registry (npm config list).',
  ],
]

const causeOf = (output) => {
  const known = CAUSES.find((cause) => cause[0].test(output))
  return known ? known[1] : 'The message of npm above says why.'
}

// Runs a program to its end. Signals are handed on and waited for, so that Ctrl-C lets it finish its own way.
const run = (command, args, options, watch) =>
  new Promise((resolve) => {
    const child = spawn(command, args, Object.assign({ cwd: root, stdio: 'inherit' }, options))
    const forward = (signal) => {
      if (!windows) child.kill(signal) // Windows tells every program of a console by itself.
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const done = (result) => {
      signals.forEach((signal) => process.removeListener(signal, forward))
      resolve(result)
    }
    signals.forEach((signal) => process.on(signal, forward))
    if (watch) watch(child)
    child.on('error', (error) => done({ status: 1, error: error }))
    child.on('close', (status) => done({ status: status === null ? 1 : status }))
  })

// npm tells its scripts where its own program lies; running that avoids `npm.cmd` and its shell.
const npm = async (args) => {
  const program = process.env.npm_execpath || ''
  const known = /npm-cli\.c?js$/.test(program) && existsSync(program)
  const command = known ? process.execPath : windows ? 'npm.cmd' : 'npm'
  const output = { stdout: '', stderr: '' }
  const options = { shell: !known && windows, stdio: ['ignore', 'pipe', 'pipe'] }
  const result = await run(command, known ? [program].concat(args) : args, options, (child) => {
    child.stdout.on('data', (chunk) => (output.stdout += chunk))
    child.stderr.on('data', (chunk) => {
      output.stderr += chunk
      process.stderr.write(chunk)
    })
  })
  if (result.error)
    fail(result.error.code === 'ENOENT' ? 'npm was not found: ' + newer + '.' : String(result.error))
  return Object.assign(output, { status: result.status })
}

const QUIET = ['--loglevel=error', '--no-update-notifier', '--no-fund', '--no-audit', '--no-progress']

const startOver = async (node) => {
  const env = Object.assign({}, process.env, { FOYER_NODE: node })
  const result = await run(node, [self].concat(process.argv.slice(2)), { env: env })
  if (result.error) fail('The Node at ' + node + ' cannot be run on this machine: ' + newer + '.')
  process.exit(result.status)
}

// The package of the platform, not `node`: it carries the binary itself, while `node` needs an install script,
// which npm 12 runs for nobody unasked.
const useWantedNode = async () => {
  if (process.env.FOYER_NODE) fail('Node ' + WANTED + ' could not be had: ' + newer + '.')
  const noted = existsSync(nodeNote) ? readFileSync(nodeNote, 'utf8').trim() : ''
  if (noted && existsSync(noted)) await startOver(noted)
  const npmVersion = /npm\/(\d+)/.exec(process.env.npm_config_user_agent || '')
  if (npmVersion && Number(npmVersion[1]) < 7)
    fail('Node ' + process.versions.node + ' is too old: ' + newer + '.')
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = [prefix, windows ? 'win' : process.platform, process.arch].join('-')
  say(
    'Node ' +
      process.versions.node +
      ' is too old; getting Node ' +
      WANTED +
      ' from npm (the first time about 50 MB) …',
  )
  const command = ['--package=' + name + '@' + WANTED, '--', 'node', '-p', 'process.execPath']
  const result = await npm(['exec', '--yes'].concat(QUIET, command))
  const node = result.stdout.trim().split(/\r?\n/).pop()
  if (result.status !== 0 || !node || !existsSync(node))
    fail('Node ' + WANTED + ' could not be had. ' + causeOf(result.stderr) + ' Or ' + newer + '.')
  await startOver(node)
}

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch (error) {
    return undefined
  }
}

// Compares what is installed with what is locked. Times of files say nothing after a `git clone` or a copy; the list
// that npm keeps in `node_modules` does, and npm writes it last, so that a broken installation counts as none.
const stale = () => {
  const locked = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!locked) fail('package-lock.json is missing or damaged: restore it with git.')
  if (!installed) return true
  return Object.keys(locked).some((path) => {
    if (path === '') return false
    const wanted = locked[path]
    const present = installed[path]
    if (!present) return !wanted.optional && !wanted.devOptional && !wanted.peer
    return wanted.version !== present.version
  })
}

const install = async () => {
  say('Installing the dependencies: one to three minutes, about 850 MB on disk …')
  const begun = Date.now()
  const ticker = setInterval(
    () => say('  still installing, ' + Math.round((Date.now() - begun) / 1000) + ' s'),
    15000,
  )
  const result = await npm(['ci'].concat(QUIET))
  clearInterval(ticker)
  if (result.status !== 0) fail('The dependencies could not be installed. ' + causeOf(result.stderr))
  say('Dependencies installed in ' + Math.round((Date.now() - begun) / 1000) + ' s.')
}

const noteNode = () => {
  if (!process.env.FOYER_NODE || existsSync(nodeNote)) return
  try {
    writeFileSync(nodeNote, process.execPath)
  } catch (error) {
    // Only the next start is slower.
  }
}

const main = async () => {
  const version = process.versions.node.split('.').map(Number)
  const old = version[0] < MINIMUM[0] || (version[0] === MINIMUM[0] && version[1] < MINIMUM[1])
  if (old) await useWantedNode()
  if (stale()) await install()
  noteNode()
  // Programs that look for `node` by themselves shall find this one.
  const path = dirname(process.execPath) + delimiter + (process.env.PATH || '')
  const env = Object.assign({}, process.env, windows ? {} : { PATH: path })
  const result = await run(process.execPath, process.argv.slice(2), { env: env })
  process.exit(result.status)
}

main().catch((error) => fail('scripts/run.mjs failed: ' + (error && error.message ? error.message : error)))
