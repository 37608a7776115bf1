import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { refuse } from '../../base/result.ts'
import { createWorkQueues } from '../../base/workQueue.ts'
import type { AnnotationName, MessageId, OrganizationId } from '../../protocol/model/index.ts'
import { findFile } from '../db/files.ts'
import { findLanguageServices } from '../db/languageServices.ts'
import { findMessage, rowToMessage } from '../db/messages.ts'
import type { ReadDb } from '../db/port.ts'
import type { Committed, Engine } from '../engine/types.ts'
import type { ContentStore } from '../files/contentStore.ts'
import { createCarefulClient, type LanguageClient, type Words } from './languageClient.ts'

export interface LanguageDesk {
  committed(change: Committed): void
  stop(): Promise<void>
}

export interface LanguageDeskOptions {
  readonly db: ReadDb
  readonly engine: Pick<Engine, 'runInternal'>
  readonly store: Pick<ContentStore, 'read'>
  readonly client: LanguageClient
  readonly clock: Clock
  readonly log: Logger
}

/** So much of one organisation is asked at once, and so much waits its turn, for so long. */
const AT_ONCE = 4
const WAITING = 32
const WAIT_MS = 60_000
/** A minute of speech takes a tenth of it. */
const MOST_VOICE_BYTES = 5 * 1024 * 1024

/**
 * Asks the services of the company, outside of anybody's turn: that a message is to be written down or translated is stored
 * with it, and what comes of it returns as a command. Should this process die meanwhile the timer that was set with the
 * question says that nothing came.
 */
export const createLanguageDesk = (options: LanguageDeskOptions): LanguageDesk => {
  const { db, engine, store, client, clock, log } = options
  const careful = createCarefulClient(clock)
  const queueOf = createWorkQueues<OrganizationId>(AT_ONCE, WAITING)
  const working = new Set<Promise<void>>()
  const stopping = new AbortController()
  const { signal } = stopping

  const ask = async (
    organizationId: OrganizationId,
    messageId: MessageId,
    name: AnnotationName,
  ): Promise<Words> => {
    const row = await findMessage(db, organizationId, messageId)
    const body = row && rowToMessage(row).body
    const { speech, translation, version } = await findLanguageServices(db, organizationId)
    if (name === 'transcript') {
      if (!speech || body?.kind !== 'file') return refuse('missing')
      const stored = await findFile(db, organizationId, body.fileId)
      if (!stored) return refuse('missing')
      if (stored.file.bytes > MOST_VOICE_BYTES) return refuse('too-large')
      const bytes = await bytesOf(store, stored.sha256)
      if (!bytes) return refuse('missing')
      const voice = { bytes, name: stored.file.name }
      return careful.ask(`speech ${organizationId} ${version}`, async () =>
        client.transcribe(speech, voice, { signal }),
      )
    }
    if (!translation || body?.kind !== 'text') return refuse('missing')
    return careful.ask(`translation ${organizationId} ${version}`, async () =>
      client.translate(translation, body.text, name, { signal }),
    )
  }

  const annotate = async (
    organizationId: OrganizationId,
    messageId: MessageId,
    name: AnnotationName,
  ): Promise<void> => {
    const since = clock.now()
    const words: Words =
      (await queueOf(organizationId).run(async () =>
        signal.aborted || clock.now() - since > WAIT_MS
          ? refuse('busy')
          : ask(organizationId, messageId, name),
      )) ?? refuse('busy')
    // What was set with the question says later that nothing came.
    if (signal.aborted) return
    if (!words.ok) log.warn('language-service-failed', { messageId, reason: words.code })
    const done = await engine.runInternal(organizationId, 'message.annotate', {
      messageId,
      name,
      annotation: words.ok ? { state: 'done', text: words.value } : { state: 'failed', problem: words.code },
    })
    if (!done.ok) throw new Error(done.code)
  }

  return {
    committed: ({ organizationId, signals }) => {
      for (const one of signals) {
        if (one.kind !== 'annotation-asked') continue
        const { messageId, name } = one
        const work = annotate(organizationId, messageId, name)
          .catch((error: unknown) => {
            log.error('a message was not annotated', { messageId, reason: String(error) })
          })
          .finally(() => {
            working.delete(work)
          })
        working.add(work)
      }
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(working)
    },
  }
}

/** Undefined: it cannot be read. */
const bytesOf = async (
  store: Pick<ContentStore, 'read'>,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const pieces: Buffer[] = []
  try {
    for await (const piece of store.read(sha256)) pieces.push(piece as Buffer)
  } catch {
    return undefined
  }
  return new Uint8Array(Buffer.concat(pieces))
}
