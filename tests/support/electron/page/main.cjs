// The page's own world: makes there what the preload exposed, before any script of the page runs.
module.exports = function main(encode, decode) {
  if (window.top !== window) return
  const pending = new Map()
  const callbacks = new Map()
  let lastId = 0
  const nextId = () => (lastId += 1)
  const argument = (value) => {
    if (typeof value !== 'function') return { value: encode(value) }
    const callback = nextId()
    callbacks.set(callback, value)
    return { callback }
  }
  document.addEventListener('stand-in-exposed', ({ detail }) => {
    const { key, members } = JSON.parse(detail)
    const api = {}
    for (const { name, call, value } of members)
      api[name] = call
        ? (...args) =>
            new Promise((resolve, reject) => {
              const id = nextId()
              pending.set(id, { resolve, reject })
              const detailOfCall = JSON.stringify({ id, key, name, args: args.map(argument) })
              document.dispatchEvent(new CustomEvent('stand-in-call', { detail: detailOfCall }))
            })
        : value
    Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true })
  })
  document.addEventListener('stand-in-returned', ({ detail }) => {
    const { id, value, error } = JSON.parse(detail)
    const { resolve, reject } = pending.get(id)
    pending.delete(id)
    if (error === null) resolve(decode(value))
    else reject(new Error(error))
  })
  document.addEventListener('stand-in-callback', ({ detail }) => {
    const { id, args } = JSON.parse(detail)
    callbacks.get(id)(...decode(args))
  })
  document.dispatchEvent(new CustomEvent('stand-in-ask'))
}
