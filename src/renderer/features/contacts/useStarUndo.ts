import { useAsk, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'
import { starPlace, type Starrable, type StarPlace, type Stars } from './starred.ts'

const SHOWN_MS = 10_000

/** Offers to put contacts back to where they were among the favourites, unless they were filed anew since (R-03-059). */
export const useStarUndo = (): ((
  people: readonly Starrable[],
  before: Stars | undefined,
  now: StarPlace,
) => void) => {
  const { t } = useTranslation('contacts')
  const ask = useAsk()
  const run = useRun()
  const errorText = useErrorText()
  const putBack = async (who: Starrable, groupId: StarPlace) => {
    if ('agentId' in who)
      return groupId === undefined
        ? run('colleague.unstar', { agentId: who.agentId })
        : run('colleague.star', { agentId: who.agentId, groupId })
    const { customerId } = who
    return groupId === undefined
      ? run('contact.remove', { customerId })
      : run('contact.file', { list: 'favorites', customerId, groupId })
  }
  return (people, before, now) => {
    offerUndo({
      text: t(now === undefined ? 'undoable.unstarred' : 'undoable.starred', { count: people.length }),
      forMs: SHOWN_MS,
      undo: async () => {
        const stars = await ask('contacts.filed', {})
        if (people.some((who) => starPlace(stars, who) !== now)) return t('undoable.changedSince')
        const answers = await Promise.all(people.map(async (who) => putBack(who, starPlace(before, who))))
        const refusal = answers.find((answer) => !answer.ok)
        return refusal && !refusal.ok ? errorText(refusal.code, refusal.details) : null
      },
    })
  }
}
