import type { FileId } from '../../protocol/model/index.ts'
import { ASK_MS, type QueryDefinition } from './definition.ts'

export const fileQueries = {
  'file.url': {
    topics: () => ['connection'],
    everyMs: ASK_MS,
    read: async ({ ask, fileUrl }, { fileId }) => {
      // Nothing is asked for yet.
      if (fileId === '') return { url: null, gone: false }
      const answer = await ask('file.link', { fileId: fileId as FileId })
      if (answer.ok) return { url: fileUrl(answer.value.url), gone: false }
      return { url: null, gone: answer.code === 'not-found' }
    },
  },
} satisfies { 'file.url': QueryDefinition<'file.url'> }
