import { useState } from 'react'

import type { AgentId, PoolEntry, SessionTarget } from '../../../protocol/model/index.ts'
import { POOL_BATCH_LIMIT } from '../../../protocol/model/limits.ts'
import { useFormDraft, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, Segments } from '../../ui/index.ts'
import { TargetPicker, useTargetRows } from '../transfer/index.ts'

export interface AssignDialogProps {
  readonly entries: readonly PoolEntry[]
  /** Names what is being asked. */
  readonly about: string
  /** `gone`: so many were no longer waiting. */
  readonly onDone: (gone: number) => void
  readonly onClose: () => void
}

const KINDS = ['target', 'owner'] as const
const NOTHING: { readonly kind: (typeof KINDS)[number]; readonly to: SessionTarget | null } = {
  kind: 'target',
  to: null,
}
/** Whoever is online takes at once what they have room for; the rest waits for them. */
const EVERYBODY = { except: null, beyondCapacity: false } as const

/** Gives waiting customers to an agent or a group, or to an owner (R-02-128). */
export const AssignDialog = ({ entries, about, onDone, onClose }: AssignDialogProps) => {
  const { t } = useTranslation('pool')
  const run = useRun()
  const errorText = useErrorText()
  const from = useTargetRows(EVERYBODY)
  const { values, change, forget } = useFormDraft(`assign ${about}`, NOTHING)
  const { kind, to } = values
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const count = entries.length

  const close = (): void => {
    forget()
    onClose()
  }
  const done = (gone: number): void => {
    forget()
    onDone(gone)
  }
  const retarget = async (target: SessionTarget): Promise<void> => {
    setBusy(true)
    let gone = 0
    for (const part of chunksOf(entries)) {
      const sessionIds = part.map(({ sessionId }) => sessionId)
      const answer = await run('session.retarget', { sessionIds, to: target })
      if (!answer.ok) {
        fail(errorText(answer.code, answer.details))
        return
      }
      gone += answer.value.gone
    }
    done(gone)
  }
  const own = async (ownerId: AgentId | null): Promise<void> => {
    setBusy(true)
    for (const part of chunksOf(entries)) {
      const customerIds = part.map(({ customerId }) => customerId)
      const answer = await run('customer.set-owner', { customerIds, ownerId })
      if (!answer.ok) {
        fail(errorText(answer.code, answer.details))
        return
      }
    }
    done(0)
  }
  const fail = (text: string): void => {
    setBusy(false)
    setFailure(text)
  }

  return (
    <Dialog
      title={t('assign.title', { count })}
      width={560}
      onClose={close}
      footer={
        <>
          {kind === 'owner' ? (
            <Button
              disabled={busy}
              onClick={() => {
                void own(null)
              }}
            >
              {t('assign.noOwner')}
            </Button>
          ) : null}
          <Button onClick={close}>{t('assign.cancel')}</Button>
          <Button
            kind="primary"
            disabled={to === null || busy}
            onClick={() => {
              if (kind === 'target' && to) void retarget(to)
              else if (to?.kind === 'agent') void own(to.agentId)
            }}
          >
            {t(`assign.do.${kind}`)}
          </Button>
        </>
      }
    >
      <div className="fy-transfer">
        <Segments
          label={t('assign.what')}
          value={kind}
          options={KINDS.map((one) => [one, t(`assign.${one}`)])}
          onChange={(next) => {
            change({ kind: next, to: null })
          }}
        />
        <TargetPicker
          key={kind}
          from={from}
          agentsOnly={kind === 'owner'}
          chosen={to}
          onChoose={(next) => {
            change({ to: next })
          }}
        />
        <p className="fy-secondary">{t(`assign.hint.${kind}`)}</p>
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </Dialog>
  )
}

const chunksOf = (entries: readonly PoolEntry[]): readonly (readonly PoolEntry[])[] =>
  Array.from({ length: Math.ceil(entries.length / POOL_BATCH_LIMIT) }, (_, index) =>
    entries.slice(index * POOL_BATCH_LIMIT, (index + 1) * POOL_BATCH_LIMIT),
  )
