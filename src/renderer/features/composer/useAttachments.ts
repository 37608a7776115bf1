import { useState } from 'react'

import { beginsAsProgram } from '../../../protocol/model/fileRules.ts'
import type { QuickReplyFile } from '../../../protocol/model/index.ts'
import { useAsk, useRun } from '../../core/index.ts'
import { FILES_AT_ONCE, fromServer, sortFiles, type Attachment, type Refused } from './attachments.ts'
import { shrink } from './shrink.ts'
import type { BytesOf } from './useAttachmentUrl.ts'
import type { Draft } from './useDraft.ts'
import { useUploadAhead } from './useUploadAhead.ts'

export interface Attachments {
  readonly attached: readonly Attachment[]
  readonly refused: readonly Refused[]
  readonly attach: (files: readonly File[]) => void
  readonly attachStored: (files: readonly QuickReplyFile[]) => void
  readonly remove: (id: string) => void
  readonly removeAll: () => void
  readonly describe: (id: string, alt: string) => void
  /** Makes a picture that is too large small enough to be sent as one. */
  readonly makeSmaller: (id: string) => Promise<void>
  readonly dismiss: () => void
  /** Back to what was there. */
  readonly restore: (attached: readonly Attachment[]) => void
  /** Its bytes, wherever they are; null: they cannot be had any more. */
  readonly bytesOf: BytesOf
}

/** What goes along with the text that is being written: on the disk as soon as it is attached. */
export const useAttachments = ({ files: attached, change }: Pick<Draft, 'files' | 'change'>): Attachments => {
  const run = useRun()
  const ask = useAsk()
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const set = (to: (before: readonly Attachment[]) => readonly Attachment[]): void => {
    change(({ files }) => ({ files: to(files) }))
  }
  const alter = (id: string, more: Partial<Attachment>): void => {
    set((before) => before.map((one) => (one.id === id ? { ...one, ...more } : one)))
  }
  const keep = (id: string, file: File): void => {
    // What does not fit on the disk goes along all the same, as long as the page stands.
    void run('draft-file.keep', { id, file })
  }
  const drop = (id: string): void => {
    void run('draft-file.drop', { id })
  }
  const remove = (id: string): void => {
    set((before) => before.filter((one) => one.id !== id))
    drop(id)
  }
  /** What it is called may say nothing of what it is. */
  const look = async (id: string, file: File): Promise<void> => {
    if (!(await beginsAsProgram(file))) return
    remove(id)
    setRefused((before) => [...before, { name: file.name, reason: 'type-not-allowed' }])
  }
  const bytesOf = async ({ id, from }: Attachment): Promise<Blob | null> => {
    if (from.kind === 'device') return from.file
    return from.kind === 'kept' ? (await ask('draft-file.get', { id, mime: from.mime })).file : null
  }
  useUploadAhead(attached, bytesOf, (id, file) => {
    alter(id, { from: { kind: 'server', file } })
    drop(id)
  })

  return {
    attached,
    refused,
    attach: (files) => {
      const sorted = sortFiles(files, () => crypto.randomUUID(), FILES_AT_ONCE - attached.length)
      set((before) => [...before, ...sorted.taken])
      setRefused(sorted.refused)
      for (const { id, from, as } of sorted.taken) {
        if (from.kind !== 'device') continue
        keep(id, from.file)
        if (as === 'file') void look(id, from.file)
      }
    },
    attachStored: (files) => {
      set((before) => [...before, ...files.map((file) => fromServer(file, crypto.randomUUID()))])
    },
    remove,
    removeAll: () => {
      set(() => [])
      for (const { id } of attached) drop(id)
    },
    describe: (id, alt) => {
      alter(id, { alt })
    },
    makeSmaller: async (id) => {
      const large = attached.find((one) => one.id === id)
      const bytes = large ? await bytesOf(large) : null
      const file = large && bytes ? await shrink(bytes, large.name) : null
      if (!file) {
        alter(id, { note: 'cannot-shrink' })
        return
      }
      const smaller = crypto.randomUUID()
      const from = { kind: 'device', file } as const
      alter(id, { id: smaller, name: file.name, bytes: file.size, from, as: 'image', note: null })
      keep(smaller, file)
      drop(id)
    },
    dismiss: () => {
      setRefused([])
    },
    restore: (before) => {
      set(() => before)
    },
    bytesOf,
  }
}
