import type { VisitorAnswers } from '../../protocol/visitorFormRules.ts'
import type { Storage } from '../shared/storage.ts'

/** What a visitor has answered so far to the questions before the chat; kept through errors and reloads (R-18-056). */
export interface KeptAnswers {
  readonly answers: VisitorAnswers
  readonly consent: boolean
  /** Sent or skipped: they are not asked again on this device. */
  readonly done: boolean
}

const KEY = 'visitor-form'
const NOTHING: KeptAnswers = { answers: {}, consent: false, done: false }

export const readAnswers = (storage: Storage): KeptAnswers => {
  try {
    const kept = JSON.parse(storage.get(KEY) ?? '') as Partial<KeptAnswers>
    const answers = Object.entries(kept.answers ?? {}).filter(([, value]) => typeof value === 'string')
    return {
      answers: Object.fromEntries(answers),
      consent: kept.consent === true,
      done: kept.done === true,
    }
  } catch {
    return NOTHING
  }
}

export const keepAnswers = (storage: Storage, kept: KeptAnswers): void => {
  storage.set(KEY, JSON.stringify(kept))
}
