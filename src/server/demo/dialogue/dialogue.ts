/**
 * A customer's side of a talk, as a pure function: (where we are, what the agent says) → (where we are now, answers).
 *
 * Nothing here understands language. Words point to intents, intents are answered in a fixed order of importance, and
 * the script says what this customer wants; that is enough for a talk that goes where the agent leads it.
 */
import { products } from '../content/products.ts'
import { fill } from '../content/slots.ts'
import type { Random } from '../random.ts'
import { intentsOf, languageOf, type Intent, type Language } from './intents.ts'
import { phrases, type PhraseName } from './phrases.ts'
import type { Facts, Said, Script } from './script.ts'

export interface Dialogue {
  readonly scriptId: string
  readonly facts: Facts
  readonly language: Language
  /** `open`: something is still wanted; `content`: helped, may be asked for more; `done`: has said goodbye. */
  readonly stage: 'open' | 'content' | 'done'
  readonly detailsGiven: number
  /** Which of the script's questions were asked or have been answered unasked. */
  readonly settled: readonly number[]
  readonly refusals: number
  readonly puzzled: number
  readonly rudeness: number
  readonly orderGiven: boolean
}

export interface Step {
  readonly dialogue: Dialogue
  readonly messages: readonly string[]
}

export const startDialogue = (script: Script, facts: Facts): Dialogue => ({
  scriptId: script.id,
  facts,
  language: script.language,
  stage: 'open',
  detailsGiven: 0,
  settled: [],
  refusals: 0,
  puzzled: 0,
  rudeness: 0,
  orderGiven: script.opening.some((line) => line[script.language].includes('{order}')),
})

/** What the customer writes before anybody has answered. */
export const openingOf = (script: Script, dialogue: Dialogue): readonly string[] =>
  script.opening.map((line) => speak(line, dialogue))

/** What the customer writes when nobody answers for a while. */
export const nudgeOf = (dialogue: Dialogue, random: Random): string =>
  speak(random.pick(phrases.nudge), dialogue)

/** How the customer answers what the agent wrote. No message: there is nothing to say. */
export const answer = (script: Script, before: Dialogue, text: string, random: Random): Step => {
  const dialogue: Dialogue = {
    ...before,
    language: languageOf(text) ?? before.language,
    settled: settledBy(script, before.settled, text),
  }
  const talk = new Talk(script, dialogue, random)
  if (text.trim() === '') talk.look()
  else talk.reactTo(intentsOf(text), dialogue.settled.length > before.settled.length)
  return talk.step()
}

const settledBy = (script: Script, settled: readonly number[], text: string): readonly number[] => [
  ...new Set([
    ...settled,
    ...script.followUps.flatMap(({ about }, index) => (about.test(text) ? [index] : [])),
  ]),
]

/** Collects the answer to one message. */
class Talk {
  private readonly script: Script
  private readonly random: Random
  private dialogue: Dialogue
  private readonly lines: Said[] = []

  constructor(script: Script, dialogue: Dialogue, random: Random) {
    this.script = script
    this.dialogue = dialogue
    this.random = random
  }

  step(): Step {
    return { dialogue: this.dialogue, messages: this.lines.map((line) => speak(line, this.dialogue)) }
  }

  /** The most important intent is answered; a small one beside it is not. */
  reactTo(intents: ReadonlySet<Intent>, toldMore: boolean): void {
    const has = (intent: Intent): boolean => intents.has(intent)
    if (has('rude')) return this.beOffended()
    if (has('ask-scripted')) return this.say('scripted')
    if (this.dialogue.stage === 'done') return this.answerAfterGoodbye(intents)
    if (has('ask-anything-else')) return this.goOnOrEnd()
    if (this.tellWhatIsAsked(intents)) return
    if (has('refusal')) return this.takeNo()
    if (has('ask-agreement')) return this.agree(has('solution') || has('information'))
    if (has('solution')) return this.takeHelp()
    if (has('wait'))
      return this.say(this.script.impatient && this.random.chance(0.5) ? 'waitImpatient' : 'wait')
    if (has('information')) return this.takeHelp()
    if (has('closing')) return this.sayGoodbye()
    if (has('ask-details')) return this.giveDetail()
    if (has('apology')) return this.say(this.script.impatient ? 'apologyImpatient' : 'apology')
    if (has('greeting')) return this.greet()
    if (has('thanks')) return this.say('welcome')
    if (has('question')) return this.say('dontKnow')
    if (has('statement') || toldMore) return this.takeHelp()
    this.beUnsure()
  }

  /** A picture or a file, without a word. */
  look(): void {
    this.say('received')
  }

  private say(name: PhraseName): void {
    this.lines.push(this.random.pick<Said>(phrases[name]))
  }

  private change(part: Partial<Dialogue>): void {
    this.dialogue = { ...this.dialogue, ...part }
  }

  private beOffended(): void {
    this.change({ rudeness: this.dialogue.rudeness + 1 })
    this.lines.push(this.dialogue.rudeness === 1 ? phrases.rude[0] : phrases.rude[1])
    if (this.dialogue.rudeness > 1) this.change({ stage: 'done' })
  }

  private answerAfterGoodbye(intents: ReadonlySet<Intent>): void {
    const wanted = [...intents].some((intent) => intent.startsWith('ask-') || intent === 'question')
    if (wanted && !intents.has('ask-anything-else')) this.say('agree')
  }

  /** Facts the agent asked for, each in a message of its own. */
  private tellWhatIsAsked(intents: ReadonlySet<Intent>): boolean {
    const before = this.lines.length
    if (intents.has('ask-order')) this.giveOrder()
    if (intents.has('ask-name')) this.say('name')
    if (intents.has('ask-phone')) this.say('phone')
    if (intents.has('ask-email')) this.say('email')
    if (intents.has('ask-address')) this.lines.push(this.script.place)
    if (intents.has('ask-photo')) this.lines.push(this.script.photo)
    if (intents.has('ask-time')) this.lines.push(this.script.time)
    return this.lines.length > before
  }

  private giveOrder(): void {
    if (!this.script.ordered) return this.say('notOrdered')
    this.say(this.dialogue.orderGiven ? 'told' : 'order')
    this.change({ orderGiven: true })
  }

  private giveDetail(): void {
    const detail = this.script.details[this.dialogue.detailsGiven]
    if (!detail) return this.say('dontKnow')
    this.lines.push(detail)
    this.change({ detailsGiven: this.dialogue.detailsGiven + 1 })
  }

  /** A yes to an offer; what was offered may settle the matter. */
  private agree(offered: boolean): void {
    this.say('agree')
    if (!offered || this.dialogue.stage !== 'open') return
    if (!this.askNext(0)) this.change({ stage: 'content' })
  }

  private takeNo(): void {
    const [first, later] = this.script.refused
    this.lines.push(this.dialogue.refusals === 0 ? first : later)
    this.change({ refusals: this.dialogue.refusals + 1 })
    if (this.dialogue.refusals > 1) this.change({ stage: 'content' })
  }

  /** Help leads to the next thing the customer wants to know; when nothing is left they are content. */
  private takeHelp(): void {
    if (this.dialogue.stage === 'content') return this.say('thanks')
    if (this.askNext()) return
    this.lines.push(this.script.content)
    if (this.random.chance(0.5)) this.say('thanks')
    this.change({ stage: 'content' })
  }

  private askNext(nodding = 0.6): boolean {
    const { settled } = this.dialogue
    const index = this.script.followUps.findIndex((_, position) => !settled.includes(position))
    const next = this.script.followUps[index]
    if (!next) return false
    if (this.random.chance(nodding)) this.say('understood')
    this.lines.push(next.line)
    this.change({ settled: [...settled, index] })
    return true
  }

  private goOnOrEnd(): void {
    if (this.dialogue.stage === 'open' && this.askNext()) return
    this.say('nothingElse')
    this.change({ stage: 'done' })
  }

  /** Somebody who has asked nothing yet does not let themselves be sent away. */
  private sayGoodbye(): void {
    if (this.dialogue.stage === 'open' && this.dialogue.settled.length === 0 && this.askNext()) return
    this.say('bye')
    this.change({ stage: 'done' })
  }

  /** The opening has told the matter; the greeting is a chance to tell more of it. */
  private greet(): void {
    this.say('greeting')
    if (this.dialogue.detailsGiven === 0) this.giveDetail()
    else this.lines.push(this.script.matter)
  }

  /** Words without a meaning to us: puzzled first, then back to the matter. */
  private beUnsure(): void {
    this.change({ puzzled: this.dialogue.puzzled + 1 })
    if (this.dialogue.stage === 'content') return this.say('understood')
    if (this.dialogue.puzzled % 2 === 1)
      return this.say(this.dialogue.detailsGiven > 0 ? 'understood' : 'puzzled')
    this.lines.push(this.script.matter)
  }
}

const speak = (line: Said, { language, facts }: Dialogue): string => {
  const product = products.find(({ id }) => id === facts.productId)
  return fill(line[language], {
    name: facts.name,
    phone: facts.phone,
    email: facts.email,
    order: facts.order,
    product: (language === 'en' ? product?.en : product?.zh) ?? '',
  })
}
