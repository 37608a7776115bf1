import type { CommandOutcome } from '../../engine/types.ts'

/** `done` or `refused` for a command. */
export const answerFrame = (id: string, outcome: CommandOutcome): string =>
  outcome.ok
    ? JSON.stringify({ t: 'done', id, result: outcome.value.result, revision: outcome.value.revision })
    : JSON.stringify({
        t: 'refused',
        id,
        code: outcome.code,
        ...(outcome.details && { details: outcome.details }),
      })
