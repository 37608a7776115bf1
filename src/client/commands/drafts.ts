import { ok, refuse, type Result } from '../../base/result.ts'
import { isEmptyDraft } from '../../domain/drafts/mergeDrafts.ts'
import type { CommandResult } from '../../protocol/commands/index.ts'
import type { AgentId, ConversationId, DraftContent } from '../../protocol/model/index.ts'
import { DRAFT_LIMITS } from '../../protocol/model/limits.ts'
import type { ActionArgs, ActionCode, DraftView } from '../api.ts'
import { listAccounts } from '../store/accounts.ts'
import { addDraftPart, measureDraftFiles, removeDraftFile } from '../store/draftFiles.ts'
import {
  dropSentDrafts,
  keepDraftHere,
  markDraftSent,
  NO_DRAFT,
  readDraft,
  readOwnDraft,
  readUnsentDrafts,
  rebaseDraft,
  removeDraft,
  saveDraft,
  type OwnDraft,
} from '../store/drafts.ts'
import { readKnownDraft } from '../store/knownDrafts.ts'
import { readPosition } from '../store/position.ts'
import type { Store, Writer } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import { sendDelay } from '../sync/backoff.ts'
import { isTemporary } from './sender.ts'
import type { SyncOptions } from './syncOptions.ts'

/**
 * A pause in writing this long is told; somebody who writes on and on is told about this often.
 *
 * With the second at most until what is typed is saved, the agent's other devices have it within two seconds.
 */
const PAUSE_MS = 500
const LONGEST_MS = 800
/** Who leaves waits no longer than this for their drafts to be told. */
const FLUSH_MS = 2000
const PART_BYTES = 1024 * 1024
/** Most bytes that wait beside drafts. */
const BYTES_LIMIT = 500 * 1024 * 1024

/**
 * What the agent has begun to write, on its way to their other devices (R-06-096).
 *
 * A draft is on the disk when it is saved, and goes before what the server knows until the log has brought it back. The
 * server decides which of two came later; see `draft.save` of the protocol.
 */
export interface DraftSync {
  save(args: Omit<ActionArgs<'draft.save'>, 'agentId'>): Result<Record<string, never>, 'disk-full'>
  keepFile(
    args: ActionArgs<'draft-file.keep'>,
  ): Promise<Result<Record<string, never>, ActionCode<'draft-file.keep'>>>
  dropFile(id: string): void
  /** Everything was told: what was written meanwhile is sent. */
  synced(): void
  /** Inside the transaction that led the cache to this revision. */
  readonly arrived: (writer: Writer, revision: number) => void
  /** Sends what waits; answers when that is done, or took too long. */
  flush(): Promise<void>
  stop(): void
}

export const createDraftSync = (options: SyncOptions): DraftSync => {
  const { store, agentId, clock, ids, log, requests, isUp } = options
  /** Those that are being told. */
  const underWay = new Set<ConversationId>()
  let running: Promise<void> | null = null
  let tries = 0
  let stopWaiting: (() => void) | null = null
  let waitingSince: number | null = null
  /** Some were told and the log has not brought them yet. */
  let owed = true
  let stopped = false

  const onSent = (sent: OwnDraft, version: number, isMine: boolean, revision: number): void => {
    store.writeOwn((own) => {
      const now = readOwnDraft(own, agentId, sent.conversationId)
      if (!now) return
      if (now.savedAt === sent.savedAt && sameContent(now, sent))
        markDraftSent(own, agentId, now, version, revision)
      // Put together with another one, it is put together once more with what was written since.
      else if (isMine && now.writer === sent.writer) rebaseDraft(own, agentId, now, version)
      owed = dropSentDrafts(own, agentId, readPosition(store.cache)?.revision ?? -1)
    })
  }
  const deliver = async (draft: OwnDraft): Promise<'done' | 'later'> => {
    const { conversationId, base, writer } = draft
    const content = toContent(draft)
    if (!content) {
      store.writeOwn((own) => keepDraftHere(own, agentId, draft))
      return 'done'
    }
    const answer = await requests.command(ids.next(), 'draft.save', {
      ...{ conversationId, base, writer: writer || ids.next() },
      content: isEmptyDraft(content) ? null : content,
    })
    if (stopped) return 'done'
    if (answer.ok) {
      const { version, writer: by } = (answer.value.result as CommandResult<'draft.save'>).draft
      onSent(draft, version, by === writer, answer.value.revision)
      return 'done'
    }
    if (isTemporary(answer.code)) return 'later'
    log.warn('a draft was refused', { code: answer.code })
    store.writeOwn((own) => keepDraftHere(own, agentId, draft))
    return 'done'
  }
  const sendAll = async (): Promise<void> => {
    for (;;) {
      const draft = isUp() && !stopped ? readUnsentDrafts(store.own, agentId)[0] : undefined
      if (!draft) return
      underWay.add(draft.conversationId)
      const outcome = await deliver(draft).finally(() => underWay.delete(draft.conversationId))
      if (outcome === 'done') tries = 0
      else {
        tries += 1
        return wait(sendDelay(tries))
      }
    }
  }
  const send = (): Promise<void> => {
    stopWaiting?.()
    stopWaiting = null
    waitingSince = null
    running ??= sendAll()
      .catch((error: unknown) => {
        log.error('drafts could not be sent', { error })
      })
      .finally(() => {
        running = null
      })
    return running
  }
  const wait = (ms: number): void => {
    if (stopped) return
    stopWaiting?.()
    stopWaiting = clock.after(ms, () => {
      void send()
    })
  }
  /** Soon: after a pause, and not much later than the first word that waits. */
  const schedule = (): void => {
    const now = clock.now()
    waitingSince ??= now
    wait(Math.min(PAUSE_MS, Math.max(0, waitingSince + LONGEST_MS - now)))
  }

  /** The version that the author of these words saw: their own, or the one they say. */
  const baseOf = (conversationId: ConversationId, writer: string, said: number): number => {
    const there = readDraft(store.own, store.cache, agentId, conversationId)
    return there.writer === writer ? Math.max(there.base, said) : said
  }

  return {
    save: ({ conversationId, writer = '', base = 0, ...rest }) => {
      const draft: DraftView = {
        ...{ ...NO_DRAFT, ...rest },
        writer,
        base: baseOf(conversationId, writer, base),
      }
      const isKnown =
        underWay.has(conversationId) ||
        readKnownDraft(store.cache, conversationId) !== null ||
        readOwnDraft(store.own, agentId, conversationId)?.state === 'sent'
      const refused = whenDiskAllows(() =>
        store.writeOwn((own) => {
          if (isEmptyDraft(draft) && !isKnown) removeDraft(own, agentId, conversationId)
          else saveDraft(own, agentId, conversationId, draft, clock.now())
        }),
      )
      if (refused) return refused
      schedule()
      return ok({})
    },
    keepFile: async ({ id, file }) => {
      if (measureDraftFiles(store.own) + file.size > BYTES_LIMIT)
        return refuse('outbox-full', { limitBytes: BYTES_LIMIT })
      for (let part = 0; part * PART_BYTES < file.size; part += 1) {
        const slice = file.slice(part * PART_BYTES, (part + 1) * PART_BYTES)
        const buffer = await slice.arrayBuffer().catch(() => null)
        if (!buffer || stopped) return refuse('unreadable')
        const refused = whenDiskAllows(() =>
          store.writeOwn((own) => addDraftPart(own, agentId, id, part, new Uint8Array(buffer))),
        )
        if (refused) return refused
      }
      return ok({})
    },
    dropFile: (id) => {
      whenDiskAllows(() => store.writeOwn((own) => removeDraftFile(own, agentId, id)))
    },
    synced: () => {
      void send()
    },
    arrived: ({ own }, revision) => {
      if (owed) owed = dropSentDrafts(own, agentId, revision)
    },
    flush: async () => {
      let stopTimer: (() => void) | undefined
      const late = new Promise<void>((resolve) => {
        stopTimer = clock.after(FLUSH_MS, resolve)
      })
      await Promise.race([send(), late])
      stopTimer?.()
    },
    stop: () => {
      stopped = true
      stopWaiting?.()
    },
  }
}

/** Keeps what somebody wrote who is not at work here any more; it is told when they are back. */
export const keepDraftOf = (
  { own, writeOwn }: Store,
  agentId: AgentId,
  { conversationId, writer = '', base = 0, ...rest }: ActionArgs<'draft.save'>,
  now: number,
): Result<Record<string, never>, 'disk-full' | 'not-found'> => {
  if (!listAccounts(own).some((known) => known.agentId === agentId)) return refuse('not-found')
  const before = readOwnDraft(own, agentId, conversationId)
  const draft = {
    ...{ ...NO_DRAFT, ...rest },
    writer,
    base: before?.writer === writer ? Math.max(before.base, base) : base,
  }
  return whenDiskAllows(() => writeOwn((db) => saveDraft(db, agentId, conversationId, draft, now))) ?? ok({})
}

const sameContent = (a: DraftView, b: DraftView): boolean =>
  a.text === b.text &&
  a.caret === b.caret &&
  JSON.stringify([a.quote, a.files]) === JSON.stringify([b.quote, b.files])

/** What the server can be told of a draft; null: it is more than it takes. */
const toContent = ({ text, caret, quote, files }: DraftView): DraftContent | null =>
  text.length > DRAFT_LIMITS.text || files.length > DRAFT_LIMITS.files
    ? null
    : { text, caret: Math.max(0, caret), quote, files: files.flatMap(({ stored }) => stored ?? []) }
