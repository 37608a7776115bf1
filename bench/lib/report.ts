/** One line of the table: a figure beside its baseline of the same run, and whether the bar holds. */
export interface Finding {
  readonly id: string
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly baseline: number | null
  /** value ÷ baseline. */
  readonly ratio: number | null
  /** In words, as the issue states it. */
  readonly bar: string
  readonly holds: boolean
}

export const finding = (
  id: string,
  what: string,
  unit: string,
  value: number,
  baseline: number | null,
  bar: string,
  holds: (ratio: number, value: number) => boolean,
): Finding => {
  const ratio = baseline === null ? null : value / baseline
  return { id, what, unit, value, baseline, ratio, bar, holds: holds(ratio ?? Number.NaN, value) }
}

export const table = (findings: readonly Finding[]): string => {
  const rows = findings.map(({ id, what, value, unit, baseline, ratio, bar, holds }) => [
    id,
    what,
    `${figure(value)} ${unit}`,
    baseline === null ? '' : `${figure(baseline)} ${unit}`,
    ratio === null ? '' : figure(ratio),
    bar,
    holds ? 'yes' : 'NO',
  ])
  const lines = [
    ['id', 'what', 'Foyer', 'baseline', 'ratio', 'bar', 'holds'],
    ['---', '---', '---:', '---:', '---:', '---', '---'],
    ...rows,
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const figure = (value: number): string => {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  return size >= 100 ? String(Math.round(value)) : size >= 10 ? value.toFixed(1) : value.toFixed(3)
}
