import { RECEPTION_DEFAULTS, type GroupId } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { formOf, hoursOf, OFFICE_HOURS } from '../hours/form.ts'
import { HoursFields } from '../hours/HoursFields.tsx'
import { HoursNow } from '../hours/HoursNow.tsx'
import { OFF_HOURS_KINDS } from '../measures/edits.ts'
import { MeasureList } from '../measures/MeasureList.tsx'
import { Tick } from '../Tick.tsx'
import type { GroupForm } from './form.ts'

export interface GroupHoursProps {
  readonly form: Pick<GroupForm, 'hours' | 'offHours'>
  /** Null: the group is being made. */
  readonly groupId: GroupId | null
  readonly onChange: (more: Partial<Pick<GroupForm, 'hours' | 'offHours'>>) => void
}

/** Hours of a group and its plan for closing time, where they are not those of the company (R-02-180, R-02-181). */
export const GroupHours = ({ form, groupId, onChange }: GroupHoursProps) => {
  const { t } = useTranslation('accountCenter')
  const view = useQuery('organization.get', {})
  const company = view?.organization.reception ?? RECEPTION_DEFAULTS
  return (
    <>
      <Tick
        text={t('groups.ownHours')}
        hint={t('groups.ownHoursHint')}
        on={form.hours !== null}
        onChange={(own) => {
          onChange({ hours: own ? formOf(company.hours ?? OFFICE_HOURS) : null })
        }}
      />
      {form.hours ? (
        <>
          <HoursNow hours={hoursOf(form.hours)} timeZone={view?.organization.timeZone ?? 'UTC'} />
          <HoursFields
            form={form.hours}
            onChange={(hours) => {
              onChange({ hours })
            }}
          />
        </>
      ) : null}
      <Tick
        text={t('groups.ownOffHours')}
        hint={t('groups.ownOffHoursHint')}
        on={form.offHours !== null}
        onChange={(own) => {
          onChange({ offHours: own ? company.offHours : null })
        }}
      />
      {form.offHours ? (
        <MeasureList
          label={t('hours.offHours')}
          kinds={OFF_HOURS_KINDS}
          measures={form.offHours}
          groups={(view?.groups ?? []).filter(({ id }) => id !== groupId)}
          onChange={(offHours) => {
            onChange({ offHours })
          }}
        />
      ) : null}
    </>
  )
}
