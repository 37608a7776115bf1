import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import {
  OVERFLOW_DEFAULT,
  type Measure,
  type Organization,
  type ReceptionSettings,
} from '../../../../protocol/model/index.ts'
import { areComplete } from '../measures/edits.ts'

/** Figures as they are typed, in the units people think in. */
export const FIGURES = {
  capacity: { least: 1, most: 200 },
  waitingSeconds: { least: 1, most: 86_400 },
  returningHours: { least: 0, most: 720 },
  idleEndMinutes: { least: 5, most: 1440 },
  restMinutes: { least: 0, most: 1440 },
  transferWindowMinutes: { least: 1, most: 1440 },
  imWindowHours: { least: 1, most: 8760 },
  /** 0: as many as one likes. */
  imReplies: { least: 0, most: 1000 },
  outboundQuota: { least: 0, most: 10_000 },
} as const
export type Figure = keyof typeof FIGURES

/** How customers are given to agents, while somebody is editing it. */
export interface AssignmentForm {
  readonly policy: Organization['policy']
  readonly figures: Readonly<Record<Figure, string>>
  readonly pool: boolean
  readonly acceptOverCapacity: boolean
  readonly autoAssignGroupPool: boolean
  readonly receiveOnMobile: boolean
  readonly emergencyAgentIds: ReceptionSettings['emergencyAgentIds']
  /** What is tried for customers of the web, in this order. */
  readonly overflow: readonly Measure[]
}

export const formOf = ({ policy, capacity, waitingLimitMs, reception }: Organization): AssignmentForm => ({
  policy,
  figures: {
    capacity: String(capacity),
    waitingSeconds: String(Math.round(waitingLimitMs / 1000)),
    returningHours: String(reception.returningHours),
    idleEndMinutes: String(reception.idleEndMinutes),
    restMinutes: String(reception.restMinutes),
    transferWindowMinutes: String(reception.transferWindowMinutes),
    imWindowHours: String(reception.pathWindows.im),
    imReplies: String(reception.pathReplies.im ?? 0),
    outboundQuota: String(reception.outboundQuota),
  },
  pool: reception.pool,
  acceptOverCapacity: reception.acceptOverCapacity,
  autoAssignGroupPool: reception.autoAssignGroupPool,
  receiveOnMobile: reception.receiveOnMobile,
  emergencyAgentIds: reception.emergencyAgentIds,
  overflow: reception.overflow.web ?? OVERFLOW_DEFAULT,
})

/** Whether the text is a whole number within the limits of its figure. */
export const isFigure = (figure: Figure, text: string): boolean => {
  const { least, most } = FIGURES[figure]
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most
}

export const wrongFigures = ({ figures }: AssignmentForm): readonly Figure[] =>
  (Object.keys(FIGURES) as Figure[]).filter((figure) => !isFigure(figure, figures[figure]))

export const isReady = (form: AssignmentForm): boolean =>
  wrongFigures(form).length === 0 && areComplete(form.overflow)

/** What the page does not show stays as `base` has it. */
export const argsOf = (
  {
    policy,
    figures,
    pool,
    acceptOverCapacity,
    autoAssignGroupPool,
    receiveOnMobile,
    emergencyAgentIds,
    overflow,
  }: AssignmentForm,
  { reception, version }: Pick<Organization, 'reception' | 'version'>,
): CommandArgs<'reception.configure'> => ({
  policy,
  capacity: Number(figures.capacity),
  waitingLimitMs: Number(figures.waitingSeconds) * 1000,
  reception: {
    ...reception,
    pool,
    emergencyAgentIds: [...emergencyAgentIds],
    returningHours: Number(figures.returningHours),
    acceptOverCapacity,
    autoAssignGroupPool,
    receiveOnMobile,
    idleEndMinutes: Number(figures.idleEndMinutes),
    restMinutes: Number(figures.restMinutes),
    transferWindowMinutes: Number(figures.transferWindowMinutes),
    pathWindows: { ...reception.pathWindows, im: Number(figures.imWindowHours) },
    pathReplies: { ...reception.pathReplies, im: Number(figures.imReplies) || null },
    outboundQuota: Number(figures.outboundQuota),
    overflow: overflowArgs(reception, overflow),
  },
  version,
})

/** Who keeps to the usual order follows it also when it becomes another. */
const overflowArgs = (
  { overflow: { web: _web, ...others } }: ReceptionSettings,
  measures: readonly Measure[],
): ReceptionSettings['overflow'] =>
  JSON.stringify(measures) === JSON.stringify(OVERFLOW_DEFAULT) ? others : { ...others, web: [...measures] }
