import { expect, it } from 'vitest'

import { createEmitter } from './emitter.ts'

it('tells everybody, also when one listener throws or leaves meanwhile', () => {
  const errors: unknown[] = []
  const emitter = createEmitter<number>((error) => errors.push(error))
  const heard: string[] = []
  emitter.listen(() => {
    throw new Error('broken')
  })
  const leave = emitter.listen((value) => {
    heard.push(`first ${value}`)
    leave()
  })
  emitter.listen((value) => heard.push(`second ${value}`))
  emitter.emit(1)
  emitter.emit(2)
  expect(heard).toEqual(['first 1', 'second 1', 'second 2'])
  expect(errors).toHaveLength(2)
  expect(emitter.size).toBe(2)
})
