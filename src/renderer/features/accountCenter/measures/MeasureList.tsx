import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'

import { movedTo } from '../../../../base/movedTo.ts'
import type { BotId, GroupId, Measure, ReceptionGroup } from '../../../../protocol/model/index.ts'
import { COMPANY_TEXT_LIMIT } from '../../../../protocol/model/limits.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { addable, added, isText, isUnreached, newMeasure, type MeasureKind } from './edits.ts'

import '../hours/hours.css'

export interface MeasureListProps<M extends Measure> {
  readonly label: string
  readonly kinds: readonly M['kind'][]
  readonly measures: readonly M[]
  readonly groups: readonly ReceptionGroup[]
  readonly onChange: (measures: readonly M[]) => void
}

/** What is tried, one after another, where nobody receives; at the end always stands the form for a message. */
export const MeasureList = <M extends Measure>(props: MeasureListProps<M>) => {
  const { label, kinds, measures, groups, onChange } = props
  const { t } = useTranslation('accountCenter')
  const [first] = groups
  const bots = useQuery('organization.get', {})?.bots ?? []
  const nameOf = (kind: MeasureKind): string => t(`measures.kinds.${kind}`)
  const replace = (index: number, measure: M): void => {
    onChange(measures.map((old, at) => (at === index ? measure : old)))
  }
  return (
    <fieldset className="fy-measures">
      <legend>{label}</legend>
      <ol>
        {measures.map((measure, index) => {
          const name = `${index + 1}. ${nameOf(measure.kind)}`
          return (
            <li key={index}>
              {measure.kind === 'text' ? null : <span>{name}</span>}
              {measure.kind === 'other-group' ? (
                <select
                  value={measure.groupId}
                  aria-label={name}
                  onChange={({ target: { value } }) => {
                    replace(index, { ...measure, groupId: value as GroupId })
                  }}
                >
                  {groups.map(({ id, name: groupName }) => (
                    <option key={id} value={id}>
                      {groupName}
                    </option>
                  ))}
                </select>
              ) : null}
              {measure.kind === 'bot' ? (
                <select
                  value={measure.botId}
                  aria-label={name}
                  onChange={({ target: { value } }) => {
                    replace(index, { ...measure, botId: value as BotId })
                  }}
                >
                  {bots.map(({ id, name: botName }) => (
                    <option key={id} value={id}>
                      {botName}
                    </option>
                  ))}
                </select>
              ) : null}
              {measure.kind === 'text' ? (
                <div className="fy-grow">
                  <CompanyTextField
                    label={name}
                    hint={t('measures.textHint')}
                    value={measure.text}
                    limit={COMPANY_TEXT_LIMIT}
                    rows={1}
                    invalid={!isText(measure.text)}
                    onChange={(text) => {
                      replace(index, { ...measure, text })
                    }}
                  />
                </div>
              ) : (
                <span className="fy-grow" />
              )}
              {isUnreached(measures, index) ? (
                <span className="fy-secondary">{t('measures.unreached')}</span>
              ) : null}
              <IconButton
                label={t('measures.up', { name })}
                disabled={index === 0}
                onClick={() => {
                  onChange(movedTo(measures, index, index - 1))
                }}
              >
                <ArrowUp aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('measures.down', { name })}
                disabled={index === measures.length - 1}
                onClick={() => {
                  onChange(movedTo(measures, index, index + 1))
                }}
              >
                <ArrowDown aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('measures.remove', { name })}
                onClick={() => {
                  onChange(measures.filter((_old, at) => at !== index))
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          )
        })}
      </ol>
      <div className="fy-measures-add">
        {addable(kinds, measures)
          .filter((kind) => kind !== 'bot' || bots.length > 0)
          .map((kind) => (
            <Button
              key={kind}
              kind="quiet"
              disabled={!first || measures.length >= MOST}
              onClick={() => {
                if (kind !== 'bot') {
                  if (first) onChange(added(measures, newMeasure(kind, first.id) as M))
                } else if (bots[0]) onChange(added(measures, { kind, botId: bots[0].id } as M))
              }}
            >
              <Plus aria-hidden="true" />
              {nameOf(kind)}
            </Button>
          ))}
      </div>
      <p className="fy-secondary">{t('measures.end')}</p>
    </fieldset>
  )
}

const MOST = 10
