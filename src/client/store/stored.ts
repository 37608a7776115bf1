import { DatabaseError } from '../ports/index.ts'

/** Reads what a row of the cache keeps as JSON. It was written whole: where it does not read the file is damaged. */
export const parseStored = <T>(text: string): T => {
  try {
    return JSON.parse(text) as T
  } catch (error) {
    throw new DatabaseError('corrupt', error)
  }
}
