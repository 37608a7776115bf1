/** A kind of conversation as it may go, with places for what changes from one customer to the next. */
export interface Scenario {
  readonly topic: string
  readonly language: 'zh-CN' | 'en'
  readonly groupId: 'main' | 'presales' | 'logistics'
  /** What it may be about. */
  readonly productIds: readonly string[]
  /** Tags an agent would give the customer afterwards. */
  readonly tags: readonly string[]
  /** What an agent would write down; empty: nothing. */
  readonly note: string
  readonly lines: readonly ScenarioLine[]
}

/** One message: one of several wordings, said by one side, now and then left out. */
export interface ScenarioLine {
  readonly from: 'customer' | 'agent'
  readonly wordings: readonly string[]
  readonly probability: number
  /** The wording that answers what was said just before, one for each wording there. */
  readonly answers: boolean
}

/** The customer says one of these. */
export const c = (...wordings: string[]): ScenarioLine => ({
  from: 'customer',
  wordings,
  probability: 1,
  answers: false,
})
/** The agent says one of these. */
export const a = (...wordings: string[]): ScenarioLine => ({
  from: 'agent',
  wordings,
  probability: 1,
  answers: false,
})
/** The agent answers the customer's question: the first wording goes with the first, and so on. */
export const reply = (...wordings: string[]): ScenarioLine => ({
  from: 'agent',
  wordings,
  probability: 1,
  answers: true,
})
/** Said in some of the conversations only. */
export const maybe = (probability: number, line: ScenarioLine): ScenarioLine => ({ ...line, probability })
