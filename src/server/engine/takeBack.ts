import type { Result } from '../../base/result.ts'

/** Thrown by a command to undo what it wrote and to answer with what is found then. */
export class TakeBack extends Error {
  readonly answer: () => Promise<Result<unknown>>

  constructor(answer: () => Promise<Result<unknown>>) {
    super('taken back')
    this.name = 'TakeBack'
    this.answer = answer
  }
}
