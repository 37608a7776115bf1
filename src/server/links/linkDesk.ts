import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { createWorkQueues } from '../../base/workQueue.ts'
import { firstPageIn } from '../../domain/messages/linkify.ts'
import { FileId, type MessageId, type OrganizationId } from '../../protocol/model/index.ts'
import { newToken } from '../auth/tokens.ts'
import { findOrganization } from '../db/organizations.ts'
import type { ReadDb } from '../db/port.ts'
import type { Committed, Engine } from '../engine/types.ts'
import type { FoundPage, LinkReader } from './linkReader.ts'

export interface LinkDesk {
  committed(change: Committed): void
  stop(): Promise<void>
}

export interface LinkDeskOptions {
  readonly db: ReadDb
  readonly engine: Pick<Engine, 'runInternal'>
  readonly read: LinkReader
  readonly clock: Pick<Clock, 'now'>
  readonly log: Logger
}

/** So many pages are read for one organisation at once, and so many wait their turn, for so long. */
const AT_ONCE = 4
const WAITING = 64
const WAIT_MS = 60_000
/** What a page said holds for so long. */
const KNOWN_MS = 24 * 60 * 60_000
/** That there was nothing to be read holds for so long: a page that was slow or in repair may soon be there again. */
const NOTHING_MS = 10 * 60_000
const MOST_KNOWN = 5_000

interface Known {
  /** Since the page has answered, or not. */
  until: number
  readonly page: Promise<FoundPage | null>
}

/**
 * Reads the pages that messages lead to, for organisations that want it, outside of anybody's turn; what is found returns as
 * a command (R-06-135). Nobody waits for it, and a message whose page was not read has no preview: so nothing is kept of what
 * is still to be done, and what pages said is known until this process ends.
 */
export const createLinkDesk = ({ db, engine, read, clock, log }: LinkDeskOptions): LinkDesk => {
  const queueOf = createWorkQueues<OrganizationId>(AT_ONCE, WAITING)
  const known = new Map<string, Known>()
  const working = new Set<Promise<void>>()
  const stopping = new AbortController()
  const { signal } = stopping

  const readInTurn = async (organizationId: OrganizationId, url: string): Promise<FoundPage | null> => {
    const since = clock.now()
    const page = await queueOf(organizationId).run(async () =>
      signal.aborted || clock.now() - since > WAIT_MS ? null : read(url, signal),
    )
    return page ?? null
  }

  /** Asked once a day, or sooner where nothing came of it; never twice at once. */
  const pageAt = async (organizationId: OrganizationId, url: string): Promise<FoundPage | null> => {
    const key = `${organizationId} ${url}`
    const last = known.get(key)
    if (last && clock.now() < last.until) return last.page
    const page = readInTurn(organizationId, url)
    const reading: Known = { until: Infinity, page }
    const holds = (ms: number): void => {
      reading.until = clock.now() + ms
    }
    void page.then(
      (found) => holds(found ? KNOWN_MS : NOTHING_MS),
      () => holds(NOTHING_MS),
    )
    known.delete(key)
    known.set(key, reading)
    const [oldest] = known.keys()
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
    return page
  }

  const preview = async (
    organizationId: OrganizationId,
    messageId: MessageId,
    url: string,
  ): Promise<void> => {
    if ((await findOrganization(db, organizationId))?.linkPreviews !== true) return
    const page = await pageAt(organizationId, url)
    if (!page || signal.aborted) return
    const picture = page.picture && { ...page.picture, fileId: FileId.parse(newToken()) }
    const done = await engine.runInternal(organizationId, 'message.preview', {
      messageId,
      page: { ...page, picture },
    })
    if (!done.ok) throw new Error(done.code)
  }

  return {
    committed: ({ organizationId, entries }) => {
      for (const { event, payload } of entries) {
        if (event !== 'message.sent') continue
        const { id, body } = payload.message
        const url = body.kind === 'text' ? firstPageIn(body.text) : null
        if (url === null) continue
        const work = preview(organizationId, id, url)
          .catch((error: unknown) => {
            log.error('the page of a message was not read', { messageId: id, reason: String(error) })
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
