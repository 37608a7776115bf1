import type { Organization } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { ErrorLine } from '../../../ui/index.ts'
import { Tick } from '../Tick.tsx'
import { useSave } from '../useSave.ts'

/** Whether owners come before the one agent an entry names; saved as it is switched (R-02-086). */
export const OwnerChoice = ({ organization }: { readonly organization: Organization }) => {
  const { t } = useTranslation('routing')
  const { busy, failure, attempt } = useSave()
  const run = useRun()
  const { policy, capacity, waitingLimitMs, version, reception } = organization
  return (
    <>
      <Tick
        text={t('ownerBeats')}
        hint={t('ownerBeatsHint')}
        on={reception.ownerBeatsSingleReceiver}
        disabled={busy}
        onChange={(ownerBeatsSingleReceiver) => {
          void attempt(
            run('reception.configure', {
              ...{ policy, capacity, waitingLimitMs, version },
              reception: { ...reception, ownerBeatsSingleReceiver },
            }),
          )
        }}
      />
      {failure ? <ErrorLine text={failure} /> : null}
    </>
  )
}
