// The preload's world of a page: `electron` as a preload sees it, over a binding to the stand-in. The page itself shares
// the document with this world and nothing else.
module.exports = function isolated(encode, decode, preload, platform) {
  if (window.top !== window) return
  const say = (message) => globalThis.standIn(JSON.stringify(message))
  const listeners = new Map()
  const answers = new Map()
  const ports = new Map()
  let lastId = 0

  const ipcRenderer = {
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    send: (channel, ...args) => say({ kind: 'send', channel, args: encode(args) }),
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        lastId += 1
        answers.set(lastId, { resolve, reject })
        say({ kind: 'invoke', id: lastId, channel, args: encode(args) })
      }),
  }

  const portFor = (id) => {
    const { port1, port2 } = new MessageChannel()
    ports.set(id, port2)
    port2.onmessage = ({ data }) => say({ kind: 'port', id, data: encode(data) })
    return port1
  }

  // Called by the stand-in.
  globalThis.standInHears = (message) => {
    switch (message.kind) {
      case 'event':
        for (const listener of listeners.get(message.channel) ?? [])
          listener({ ports: message.ports.map(portFor) }, ...decode(message.args))
        break
      case 'answer': {
        const { resolve, reject } = answers.get(message.id)
        answers.delete(message.id)
        if (message.error === null) resolve(decode(message.value))
        else reject(new Error(message.error))
        break
      }
      case 'port':
        ports.get(message.id)?.postMessage(decode(message.data))
        break
      case 'port-close':
        ports.get(message.id)?.close()
        ports.delete(message.id)
        break
    }
  }

  // The bridge: what is exposed is described to the page's world, which makes functions of its own that call over.
  const exposed = new Map()
  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`stand-in-${name}`, { detail }))
  document.addEventListener('stand-in-ask', () => {
    for (const [key, api] of exposed) {
      const members = Object.entries(api).map(([name, value]) =>
        typeof value === 'function' ? { name, call: true } : { name, value },
      )
      tell('exposed', JSON.stringify({ key, members }))
    }
  })
  document.addEventListener('stand-in-call', ({ detail }) => {
    const { id, key, name, args } = JSON.parse(detail)
    const given = args.map((arg) =>
      arg.callback === undefined
        ? decode(arg.value)
        : (...values) => tell('callback', JSON.stringify({ id: arg.callback, args: encode(values) })),
    )
    Promise.resolve()
      .then(() => exposed.get(key)[name](...given))
      .then(
        (value) => tell('returned', JSON.stringify({ id, value: encode(value), error: null })),
        (error) => tell('returned', JSON.stringify({ id, value: encode(null), error: error.message })),
      )
  })
  const contextBridge = { exposeInMainWorld: (key, api) => exposed.set(key, api) }

  const electron = { contextBridge, ipcRenderer }
  const require = (name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  }
  preload(require, { platform, versions: {} }, { exports: {} })
  say({ kind: 'ready' })
}
