import { textWidth } from '../../../base/textWidth.ts'
import { transferForm } from '../../../domain/sessions/transferForm.ts'
import type { Session, SessionTarget } from '../../../protocol/model/index.ts'
import { COLLEAGUE_NOTE_LIMIT, CUSTOMER_NOTE_LIMIT } from '../../../protocol/model/limits.ts'
import { useFormDraft, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, NoteField } from '../../ui/index.ts'
import { offerUndo } from '../actions/index.ts'
import { TargetPicker } from './TargetPicker.tsx'
import { describeTarget } from './targets.ts'
import { useGiving } from './useGiving.ts'
import { useTargetRows } from './useTargetRows.ts'

export interface TransferDialogProps {
  readonly session: Session
  readonly customerName: string
  /** A supervisor moves a session that is not their own: no note to the customer, no limits (R-02-220). */
  readonly forced: boolean
  readonly onClose: () => void
  /** Not `moved`: it is one's own until the customer agrees. */
  readonly onDone: (moved: boolean) => void
}

const NOTHING: {
  readonly to: SessionTarget | null
  readonly customerNote: string
  readonly colleagueNote: string
} = { to: null, customerNote: '', colleagueNote: '' }

/** Gives a session to a colleague or a group, with a word to the customer and one to whoever takes over. */
export const TransferDialog = ({ session, customerName, forced, onClose, onDone }: TransferDialogProps) => {
  const { t } = useTranslation('transfer')
  const run = useRun()
  const errorText = useErrorText()
  const from = useTargetRows({ except: session.handlerId, beyondCapacity: forced })
  const { values, change, forget } = useFormDraft(transferForm(session.id, forced), NOTHING)
  const { to, ...notes } = values
  const { busy, failure, unable, send } = useGiving(
    async (target, waiting) => {
      const { id: sessionId, version } = session
      return forced
        ? run('session.force-transfer', {
            sessionId,
            version,
            to: target,
            note: notes.colleagueNote,
            waiting,
          })
        : run('session.transfer', { sessionId, version, to: target, ...notes, waiting })
    },
    ({ session: given }) => {
      const { id: sessionId, version, offer } = given
      forget()
      // What waits for the customer's consent is cancelled at its own line; what a supervisor moved was not theirs.
      if (offer === undefined && !forced)
        offerUndo({
          text: t('given', { name: customerName }),
          undo: async () => {
            const back = await run('session.take-back', { sessionId, version })
            return back.ok ? null : errorText(back.code, back.details)
          },
        })
      onDone(offer === undefined)
    },
  )

  const tooLong =
    textWidth(notes.customerNote) > CUSTOMER_NOTE_LIMIT ||
    textWidth(notes.colleagueNote) > COLLEAGUE_NOTE_LIMIT
  const chosen = to && from.rows ? describeTarget(from.rows, to) : null
  // Nobody there can take it now: the second press means that the customer may wait.
  const waiting = chosen !== null && (!chosen.receivable || unable === to)

  return (
    <Dialog
      title={forced ? t('force.title', { name: customerName }) : t('title', { name: customerName })}
      width={560}
      onClose={onClose}
      footer={
        <>
          <Button
            onClick={() => {
              forget()
              onClose()
            }}
          >
            {t('cancel')}
          </Button>
          <Button
            kind="primary"
            disabled={chosen === null || busy || tooLong}
            onClick={() => {
              if (to) void send(to, waiting)
            }}
          >
            {waiting ? t('letWait') : forced ? t('force.do') : t('transfer')}
          </Button>
        </>
      }
    >
      <div className="fy-transfer">
        <TargetPicker
          from={from}
          agentsOnly={session.face !== undefined}
          chosen={to}
          onChoose={(next) => {
            change({ to: next })
          }}
        />
        {session.face ? <p className="fy-transfer-wait">{t('byConsent')}</p> : null}
        {forced ? null : (
          <NoteField
            label={t('customerNote')}
            value={notes.customerNote}
            limit={CUSTOMER_NOTE_LIMIT}
            onChange={(customerNote) => {
              change({ customerNote })
            }}
          />
        )}
        <NoteField
          label={forced ? t('force.note') : t('colleagueNote')}
          value={notes.colleagueNote}
          limit={COLLEAGUE_NOTE_LIMIT}
          onChange={(colleagueNote) => {
            change({ colleagueNote })
          }}
        />
        {waiting ? (
          <p className="fy-transfer-wait" role="status">
            {t('cannotReceive', { name: chosen.name })}
          </p>
        ) : null}
        {chosen?.mobileOnly ? (
          <p className="fy-transfer-wait" role="status">
            {t('mobileWarning', { name: chosen.name })}
          </p>
        ) : null}
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </Dialog>
  )
}
