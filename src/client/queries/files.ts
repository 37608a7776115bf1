import type { FileId } from '../../protocol/model/index.ts'
import { ASK_MS, type QueryDefinition } from './definition.ts'

export const fileQueries = {
  'file.url': {
    topics: () => ['connection'],
    everyMs: ASK_MS,
    read: async ({ ask, fileUrl }, { fileId }) => {
      const answer = await ask('file.link', { fileId: fileId as FileId })
      return { url: answer.ok ? fileUrl(answer.value.url) : null }
    },
  },
} satisfies { 'file.url': QueryDefinition<'file.url'> }
