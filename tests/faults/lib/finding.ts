/** What a run of one promise found: figures first, the verdict beside them. */
export interface Finding {
  readonly id: string
  readonly promise: string
  /** One line for people. */
  readonly figure: string
  readonly holds: boolean
  readonly seed: number
  /** The figures by name, for programs. */
  readonly figures: Readonly<Record<string, number | string>>
  /** What went wrong, as many lines as are worth reading. */
  readonly problems: readonly string[]
}

export const LONGEST_LIST = 10

/** The table of `npm run test:faults`. */
export const table = (findings: readonly Finding[]): string => {
  const rows = findings.map(
    ({ id, promise, figure, holds }) => `| ${id} | ${promise} | ${figure} | ${holds ? 'yes' : 'NO'} |`,
  )
  return ['| id | promise | figure | holds |', '|---|---|---|---|', ...rows].join('\n')
}

/** No failure in `trials` proves no more than this share, at 95 %. */
export const bound = (trials: number): string => `bound ${(3 / Math.max(1, trials)).toExponential(1)}`
