/**
 * Questions that go on being answered.
 *
 * All listeners of one question share one reading. A change marks the questions it concerns; what is marked is read at
 * once, each question no oftener than its own pace, and always once more after the last change. An answer that equals
 * the last one is not announced, and of one that differs the unchanged parts keep their identity.
 *
 * Quick questions are read together and first. Lists come one at a time behind them, and the longer one takes the
 * rarer it is read: what somebody does meanwhile never waits for more than one of them.
 */
import { share } from '../../base/patch.ts'
import type { ClientApi, QueryArgs, QueryName, QueryResult } from '../api.ts'
import { DatabaseError } from '../ports/index.ts'
import type { QueryContext, QueryDefinition } from '../queries/definition.ts'
import { queries } from '../queries/index.ts'
import { concerns, type Topic } from '../store/topics.ts'

export interface LiveQueries extends Pick<ClientApi, 'query' | 'subscribe'> {
  stop(): void
}

const FRAME_MS = 16
/** Of all time, one question takes at most the part that this is the divisor of. */
const REST = 10

interface Question {
  readonly topics: readonly Topic[]
  readonly everyMs: number
  readonly read: () => unknown
  /** Brings an answer up to date by what changed since; null: all of it has to be read. Absent: it always has. */
  readonly update: ((answer: unknown, changed: ReadonlySet<Topic>) => unknown) | null
  readonly listeners: Set<(answer: unknown) => void>
  answer: { readonly value: unknown } | null
  /** Something it depends on changed after the last reading began. */
  stale: boolean
  /** What changed since the last reading began; null: it has to be read as a whole. */
  changed: Set<Topic> | null
  readAt: number
  /** How long the last reading held everything else up. */
  tookMs: number
  /** Counts readings, so that a slow answer never replaces a newer one. */
  reading: number
}

export const createLiveQueries = (context: QueryContext): LiveQueries => {
  const { clock, log, store } = context
  const questions = new Map<string, Question>()
  let listsTurn = false
  let soon = false
  let planned: { readonly at: number; readonly cancel: () => void } | null = null

  const announce = (question: Question, value: unknown): void => {
    const shared = question.answer ? share(question.answer.value, value) : value
    if (question.answer && Object.is(shared, question.answer.value)) return
    question.answer = { value: shared }
    for (const listener of [...question.listeners]) tell(listener, shared)
  }

  const tell = (listener: (answer: unknown) => void, answer: unknown): void => {
    try {
      listener(answer)
    } catch (error) {
      log.error('a listener of a query failed', { error })
    }
  }

  /** Damage inside a row, which the database itself does not notice. */
  const tellDamage = (error: unknown): void => {
    if (!(error instanceof DatabaseError) || error.code !== 'corrupt') return
    store.faults.emit({ database: 'cache', error })
  }

  const readNow = (question: Question): void => {
    question.stale = false
    question.readAt = clock.now()
    question.reading += 1
    const reading = question.reading
    const failed = (error: unknown): void => {
      question.changed = null
      tellDamage(error)
      log.warn('a live query could not be read', { error })
    }
    try {
      const answer = (question.answer && updated(question, question.answer.value)) ?? question.read()
      question.changed = new Set()
      if (!isPromise(answer)) announce(question, answer)
      else {
        answer.then((value) => {
          if (reading === question.reading) announce(question, value)
        }, failed)
      }
    } catch (error) {
      failed(error)
    }
    question.tookMs = clock.now() - question.readAt
  }

  /** Reads what is due and plans the rest. */
  const flush = (): void => {
    planned = null
    const now = clock.now()
    const due = [...questions.values()].filter((question) => question.stale && dueAt(question) <= now)
    const quick = due.filter(isQuick)
    const lists = due.filter((question) => !isQuick(question))
    const readsList = lists.length > 0 && (listsTurn || quick.length === 0)
    // After quick ones that left a list waiting it is the list's turn, however busy they are.
    listsTurn = lists.length > 0 && !readsList
    for (const question of readsList ? lists.slice(0, 1) : quick) readNow(question)
    plan()
  }

  const plan = (): void => {
    const stale = [...questions.values()].filter((question) => question.stale)
    if (stale.length === 0) return
    const now = clock.now()
    if (stale.some((question) => isQuick(question) && dueAt(question) <= now)) readSoon()
    const at = Math.max(now, Math.min(...stale.map(dueAt)))
    if (planned && planned.at <= at) return
    planned?.cancel()
    planned = { at, cancel: clock.after(at - clock.now(), flush) }
  }

  /** Once what is being done is done: its answer and what it changed then reach the window together. */
  const readSoon = (): void => {
    if (soon) return
    soon = true
    queueMicrotask(() => {
      soon = false
      const now = clock.now()
      for (const question of [...questions.values()])
        if (question.stale && isQuick(question) && dueAt(question) <= now) readNow(question)
    })
  }

  const unlisten = store.changes.listen((changed) => {
    for (const question of questions.values()) {
      if (concerns(changed, question.topics)) {
        question.stale = true
        if (question.update) for (const topic of changed) question.changed?.add(topic)
      }
      // Other files are in use, perhaps of another account: what was read before is nobody's any more.
      if (changed.has('*')) forget(question)
    }
    plan()
  })

  const forget = (question: Question): void => {
    question.answer = null
    question.changed = null
    question.readAt = -Infinity
    question.tookMs = 0
    question.reading += 1
  }

  const questionOf = (name: QueryName, args: QueryArgs<QueryName>): Question => {
    const key = `${name} ${stableText(args)}`
    const known = questions.get(key)
    if (known) return known
    const definition = definitionOf(name)
    const { update } = definition
    const fresh: Question = {
      topics: definition.topics(args),
      everyMs: definition.everyMs ?? FRAME_MS,
      read: () => definition.read(context, args),
      update: update
        ? (answer, changed) => update(context, args, { answer: answer as QueryResult<QueryName>, changed })
        : null,
      listeners: new Set(),
      answer: null,
      stale: false,
      changed: null,
      readAt: -Infinity,
      tookMs: 0,
      reading: 0,
    }
    questions.set(key, fresh)
    return fresh
  }

  return {
    query: async <N extends QueryName>(name: N, args: QueryArgs<N>) => {
      try {
        return (await definitionOf(name).read(context, args)) as QueryResult<N>
      } catch (error) {
        tellDamage(error)
        throw error
      }
    },
    subscribe: <N extends QueryName>(
      name: N,
      args: QueryArgs<N>,
      listener: (result: QueryResult<N>) => void,
    ) => {
      const question = questionOf(name, args)
      let heard = false
      // A wrapper of its own, so that the same function may listen twice.
      const entry = (answer: unknown): void => {
        heard = true
        listener(answer as QueryResult<N>)
      }
      // Never calls back before the caller has what ends it.
      queueMicrotask(() => {
        if (heard || !question.listeners.has(entry)) return
        if (question.answer) tell(entry, question.answer.value)
        else if (question.reading === 0) readNow(question)
      })
      question.listeners.add(entry)
      return () => {
        question.listeners.delete(entry)
        if (question.listeners.size > 0) return
        for (const [key, value] of questions) if (value === question) questions.delete(key)
      }
    },
    stop: () => {
      unlisten()
      planned?.cancel()
      questions.clear()
    },
  }
}

const updated = ({ update, changed }: Question, answer: unknown): unknown =>
  update && changed ? update(answer, changed) : null

/** Answers that are read in well under a frame; the others are lists, and what is asked of the server. */
const isQuick = ({ everyMs }: Question): boolean => everyMs <= FRAME_MS

const dueAt = ({ readAt, tookMs, everyMs }: Question): number => readAt + Math.max(everyMs, tookMs * REST)

/** The table's entry without its name: name and arguments were paired by the caller's types. */
const definitionOf = (name: QueryName): QueryDefinition<QueryName> =>
  queries[name] as unknown as QueryDefinition<QueryName>

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise

/** The same text for the same arguments, in whatever order their names were written. */
const stableText = (args: object): string =>
  JSON.stringify(Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)))
