import { textWidth } from '../../../../base/textWidth.ts'
import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import type { AgentId, GroupId, OffHoursPlan, ReceptionGroup } from '../../../../protocol/model/index.ts'
import { CUSTOMER_NOTE_LIMIT } from '../../../../protocol/model/limits.ts'
import { formOf as hoursFormOf, hoursOf, problemOf, type HoursForm } from '../hours/form.ts'
import { areComplete } from '../measures/edits.ts'

/** A reception group while somebody is editing it. */
export interface GroupForm {
  readonly name: string
  readonly memberIds: readonly AgentId[]
  readonly policy: ReceptionGroup['policy']
  readonly ownerFirst: boolean
  readonly botId: ReceptionGroup['botId']
  readonly late: boolean
  /** As it was typed. */
  readonly minutes: string
  readonly customerNote: string
  /** Hours of its own; null: those of the company. */
  readonly hours: HoursForm | null
  /** A plan of its own for closing time; null: that of the company. */
  readonly offHours: Readonly<OffHoursPlan> | null
}

const MINUTES = { usual: 5, most: 60 }

export const formOf = (group: ReceptionGroup | null): GroupForm => ({
  name: group?.name ?? '',
  memberIds: group?.memberIds ?? [],
  policy: group?.policy ?? null,
  ownerFirst: group?.ownerFirst ?? false,
  botId: group?.botId ?? null,
  late: (group?.timeoutTransfer ?? null) !== null,
  minutes: String(group?.timeoutTransfer?.minutes ?? MINUTES.usual),
  customerNote: group?.timeoutTransfer?.customerNote ?? '',
  hours: group?.hours ? hoursFormOf(group.hours) : null,
  offHours: group?.offHours ?? null,
})

export type FormProblem =
  | 'name'
  | 'name-long'
  | 'members'
  | 'two-members'
  | 'minutes'
  | 'note'
  | 'hours'
  | 'off-hours'

/** What keeps the form from being saved, in the order of its fields. */
export const problemsOf = (form: GroupForm): readonly FormProblem[] => {
  const minutes = Number(form.minutes)
  const name = form.name.trim()
  const found: (FormProblem | false)[] = [
    name === '' && 'name',
    name.length > 30 && 'name-long',
    form.memberIds.length === 0 && 'members',
    form.late && form.memberIds.length === 1 && 'two-members',
    form.late && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES.most) && 'minutes',
    form.late && textWidth(form.customerNote) > CUSTOMER_NOTE_LIMIT && 'note',
    form.hours !== null && problemOf(form.hours) !== null && 'hours',
    form.offHours !== null && !areComplete(form.offHours) && 'off-hours',
  ]
  return found.filter((problem) => problem !== false)
}

/** `version` is that of the group the author saw; null makes a new one. */
export const argsOf = (form: GroupForm, id: GroupId, version: number | null): CommandArgs<'group.save'> => ({
  id,
  version,
  name: form.name.trim(),
  memberIds: [...form.memberIds],
  policy: form.policy,
  ownerFirst: form.ownerFirst,
  botId: form.botId,
  timeoutTransfer: form.late
    ? { minutes: Number(form.minutes), customerNote: form.customerNote.trim() }
    : null,
  hours: form.hours && hoursOf(form.hours),
  offHours: form.offHours && [...form.offHours],
})
