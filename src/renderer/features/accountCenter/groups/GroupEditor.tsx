import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Agent, ReceptionGroup, RoutingPolicy } from '../../../../protocol/model/index.ts'
import { CUSTOMER_NOTE_LIMIT } from '../../../../protocol/model/limits.ts'
import { Button, Dialog, ErrorLine, Field, NoteField } from '../../../ui/index.ts'
import { BotField } from '../bots/BotField.tsx'
import { isSame } from '../isSame.ts'
import { MemberPicker } from '../MemberPicker.tsx'
import { Tick } from '../Tick.tsx'
import { formOf, problemsOf } from './form.ts'
import { GroupHours } from './GroupHours.tsx'
import { useSaveGroup } from './useSaveGroup.ts'

export interface GroupEditorProps {
  /** As it is now; null makes a new one. */
  readonly group: ReceptionGroup | null
  readonly agents: readonly Agent[]
  readonly onClose: () => void
}

const POLICIES: readonly RoutingPolicy[] = ['least-load', 'idle-rate']

/** Makes or changes a reception group; what was typed is lost by a clear answer only. */
export const GroupEditor = ({ group, agents, onClose }: GroupEditorProps) => {
  const { t } = useTranslation('accountCenter')
  const [seen, setSeen] = useState(group)
  const [form, setForm] = useState(() => formOf(group))
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { busy, failure, conflict, save, forget } = useSaveGroup(onClose)
  const problems = problemsOf(form)
  const change = (more: Partial<typeof form>): void => {
    setForm({ ...form, ...more })
    setLeaving(false)
  }
  const leave = (): void => {
    if (leaving || isSame(form, formOf(seen))) onClose()
    else setLeaving(true)
  }
  return (
    <Dialog
      title={group ? t('groups.editNamed', { name: group.name }) : t('groups.new')}
      width={720}
      onClose={leave}
      footer={
        leaving ? (
          <>
            <span className="fy-grow">{t('unsaved')}</span>
            <Button
              onClick={() => {
                setLeaving(false)
              }}
            >
              {t('goOn')}
            </Button>
            <Button kind="danger" onClick={onClose}>
              {t('discard')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={leave}>{t('cancel')}</Button>
            <Button
              kind="primary"
              disabled={busy}
              onClick={() => {
                setTried(true)
                if (problems.length === 0) void save(form, seen)
              }}
            >
              {t('save')}
            </Button>
          </>
        )
      }
    >
      <div className="fy-group-form">
        <Field label={t('groups.name')}>
          <input
            value={form.name}
            aria-invalid={tried && problems.some((problem) => problem.startsWith('name'))}
            onChange={(event) => {
              change({ name: event.target.value })
            }}
          />
        </Field>
        <MemberPicker
          label={t('groups.membersChosen', { count: form.memberIds.length })}
          agents={agents}
          chosen={form.memberIds}
          onChoose={(memberIds) => {
            change({ memberIds })
          }}
        />
        <Field label={t('groups.policy')}>
          <select
            value={form.policy ?? ''}
            onChange={({ target: { value } }) => {
              change({ policy: POLICIES.find((policy) => policy === value) ?? null })
            }}
          >
            <option value="">{t('groups.companyPolicy')}</option>
            {POLICIES.map((policy) => (
              <option key={policy} value={policy}>
                {t(`groups.policies.${policy}`)}
              </option>
            ))}
          </select>
        </Field>
        <BotField
          botId={form.botId}
          onChange={(botId) => {
            change({ botId })
          }}
        />
        <Tick
          text={t('groups.ownerFirst')}
          hint={t('groups.ownerFirstHint')}
          on={form.ownerFirst}
          onChange={(ownerFirst) => {
            change({ ownerFirst })
          }}
        />
        <Tick
          text={t('groups.late')}
          hint={form.memberIds.length < 2 ? t('problems.two-members') : t('groups.lateHint')}
          on={form.late}
          disabled={!form.late && form.memberIds.length < 2}
          onChange={(late) => {
            change({ late })
          }}
        />
        {form.late ? (
          <div className="fy-group-late">
            <label>
              {t('groups.minutes')}
              <input
                inputMode="numeric"
                value={form.minutes}
                aria-invalid={problems.includes('minutes')}
                onChange={(event) => {
                  change({ minutes: event.target.value })
                }}
              />
            </label>
            <NoteField
              label={t('groups.customerNote')}
              value={form.customerNote}
              limit={CUSTOMER_NOTE_LIMIT}
              onChange={(customerNote) => {
                change({ customerNote })
              }}
            />
          </div>
        ) : null}
        <GroupHours form={form} groupId={group?.id ?? null} onChange={change} />
        {tried && problems[0] ? <ErrorLine text={t(`problems.${problems[0]}`)} /> : null}
        {failure ? (
          <ErrorLine text={failure}>
            {conflict && group ? (
              <>
                <Button
                  onClick={() => {
                    setSeen(group)
                    setForm(formOf(group))
                    forget()
                  }}
                >
                  {t('showTheirs')}
                </Button>
                <Button
                  onClick={() => {
                    setSeen(group)
                    void save(form, group)
                  }}
                >
                  {t('saveMine')}
                </Button>
              </>
            ) : null}
          </ErrorLine>
        ) : null}
      </div>
    </Dialog>
  )
}
