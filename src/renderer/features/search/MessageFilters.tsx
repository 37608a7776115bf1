import type { MessageFilter } from '../../../protocol/model/index.ts'
import { Channel } from '../../../protocol/model/session.ts'
import { useTranslation } from '../../translation/index.ts'
import { startOfDay } from '../../ui/index.ts'

/** Whose conversations are looked through. */
export type SearchScope = 'own' | 'all'

export interface MessageFiltersProps {
  readonly filter: MessageFilter
  readonly onChange: (filter: MessageFilter) => void
  /** Null: there is nothing to choose. */
  readonly scope: SearchScope | null
  readonly onScope: (scope: SearchScope) => void
  /** Esc: back to the field. */
  readonly onLeave: () => void
}

const SCOPES: readonly SearchScope[] = ['own', 'all']
const SENDERS = ['customer', 'own', 'colleague'] as const
const KINDS = ['text', 'image', 'file'] as const
const PERIODS = [1, 7, 30, 365] as const
const DAY_MS = 24 * 60 * 60_000

/** Which of the messages that were found are shown: by sender, channel, period and kind (R-06-161). */
export const MessageFilters = ({ filter, onChange, scope, onScope, onLeave }: MessageFiltersProps) => {
  const { t } = useTranslation(['search', 'thread'])
  const days = PERIODS.find((count) => filter.since === sinceOf(count))
  return (
    <div
      className="fy-search-filters"
      role="group"
      aria-label={t('filters')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      {scope === null ? null : (
        <select
          aria-label={t('scope.label')}
          value={scope}
          data-on={scope === 'all' || undefined}
          onChange={({ target }) => {
            onScope(target.value === 'all' ? 'all' : 'own')
          }}
        >
          {SCOPES.map((one) => (
            <option key={one} value={one}>
              {t(`scope.${one}`)}
            </option>
          ))}
        </select>
      )}
      <Choice
        label={t('filter.sender')}
        value={filter.sender}
        options={SENDERS.map((one) => [one, t(`senders.${one}`)])}
        onChange={(sender) => {
          onChange({ ...filter, sender })
        }}
      />
      <Choice
        label={t('filter.channel')}
        value={filter.channel}
        options={Channel.options.map((one) => [one, t(`thread:channel.${one}`)])}
        onChange={(channel) => {
          onChange({ ...filter, channel })
        }}
      />
      <Choice
        label={t('filter.period')}
        value={days === undefined ? null : `${days}`}
        options={PERIODS.map((count) => [`${count}`, t('lastDays', { count })])}
        onChange={(count) => {
          onChange({ ...filter, since: count === null ? null : sinceOf(Number(count)) })
        }}
      />
      <Choice
        label={t('filter.kind')}
        value={filter.kind}
        options={KINDS.map((one) => [one, t(`kinds.${one}`)])}
        onChange={(kind) => {
          onChange({ ...filter, kind })
        }}
      />
    </div>
  )
}

/** Whole days, so that the same is asked all day long. */
const sinceOf = (days: number): number => startOfDay(Date.now() - (days - 1) * DAY_MS)

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T | null
  readonly options: readonly (readonly [value: T, text: string])[]
  readonly onChange: (value: T | null) => void
}

/** Any, or one of them; without a choice it says what it is about. */
const Choice = <T extends string>({ label, value, options, onChange }: ChoiceProps<T>) => (
  <select
    aria-label={label}
    value={value ?? ''}
    data-on={value !== null || undefined}
    onChange={({ target }) => {
      onChange(options.find(([one]) => one === target.value)?.[0] ?? null)
    }}
  >
    <option value="">{label}</option>
    {options.map(([one, text]) => (
      <option key={one} value={one}>
        {text}
      </option>
    ))}
  </select>
)
