import { refuse, type Refusal } from '../../base/result.ts'
import { DatabaseError } from '../ports/index.ts'

/** Writes, or says that nothing was written, whatever keeps the disk from taking it: what was typed stays typed. */
export const whenDiskAllows = (write: () => void): Refusal<'disk-full'> | null => {
  try {
    write()
    return null
  } catch (error) {
    if (error instanceof DatabaseError) return refuse('disk-full')
    throw error
  }
}
