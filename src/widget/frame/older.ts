/** What the window uses of the language and the oldest browsers on the list do not have yet: WebView 80 (R-18-079). */

const fill = (target: object, name: string, value: unknown): void => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

type Test<T> = (value: T, index: number, all: readonly T[]) => boolean

const findLastIndex = function <T>(this: readonly T[], test: Test<T>): number {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    if (test(this[index] as T, index, this)) return index
  }
  return -1
}

fill(Array.prototype, 'findLastIndex', findLastIndex)
fill(Array.prototype, 'findLast', function <T>(this: readonly T[], test: Test<T>): T | undefined {
  return this[findLastIndex.call(this, test as Test<unknown>)]
})
fill(Array.prototype, 'at', function <T>(this: readonly T[], index: number): T | undefined {
  return this[index < 0 ? this.length + index : index]
})
fill(Object, 'hasOwn', (object: object, name: PropertyKey) =>
  Object.prototype.hasOwnProperty.call(object, name),
)
fill(String.prototype, 'replaceAll', function (this: string, what: string | RegExp, by: string): string {
  return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by)
})
