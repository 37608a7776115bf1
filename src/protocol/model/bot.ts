import * as z from 'zod'

import { BotId } from './ids.ts'
import { line, note, Version } from './primitives.ts'

export const BOT_LIMITS = {
  bots: 20,
  name: 12,
  greeting: 300,
  menu: 10,
  menuTitle: 20,
  entries: 200,
  question: 100,
  variants: 50,
  answer: 1000,
  notUnderstood: 200,
  words: 20,
} as const

const said = (max: number) => note(max).refine((text) => text !== '')

/** What the company has written down: a question, other ways to ask it, its answer. */
export const KnowledgeEntry = z.strictObject({
  question: line(1, BOT_LIMITS.question),
  variants: z.array(line(1, BOT_LIMITS.question)).max(BOT_LIMITS.variants),
  answer: said(BOT_LIMITS.answer),
})
export type KnowledgeEntry = z.infer<typeof KnowledgeEntry>

/** A button under what the bot says, and what it answers to it. */
export const BotMenuEntry = z.strictObject({
  title: line(1, BOT_LIMITS.menuTitle),
  answer: said(BOT_LIMITS.answer),
})
export type BotMenuEntry = z.infer<typeof BotMenuEntry>

/** What somebody decides about a bot. */
export const BotPlan = z.strictObject({
  name: line(1, BOT_LIMITS.name),
  on: z.boolean(),
  greeting: note(BOT_LIMITS.greeting),
  menu: z.array(BotMenuEntry).max(BOT_LIMITS.menu),
  entries: z.array(KnowledgeEntry).max(BOT_LIMITS.entries),
  notUnderstood: note(BOT_LIMITS.notUnderstood),
  /** Words for a person, besides those every bot knows (R-14-019). */
  personWords: z.array(line(1, 20)).max(BOT_LIMITS.words),
  /** So many answers in a row that were not understood, and it hands over (R-02-231). */
  missesToPerson: z.int().min(1).max(5),
  /** Null: it answers from its menu and entries; else who is asked over the network. */
  webhook: z.strictObject({ url: z.url({ protocol: /^https?$/u }).max(500) }).nullable(),
})
export type BotPlan = z.infer<typeof BotPlan>

/** Automatic first reception (chapter 02 section 17). */
export const Bot = z.object({ ...BotPlan.shape, id: BotId, version: Version })
export type Bot = z.infer<typeof Bot>

/** The bot that has a session, by the name it had then. */
export const SessionBot = z.object({ id: BotId, name: z.string() })
export type SessionBot = z.infer<typeof SessionBot>
