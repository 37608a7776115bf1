import type { FileId } from '../../protocol/model/index.ts'
import { ASK_MS, type QueryDefinition } from './definition.ts'

export const fileQueries = {
  'file.url': {
    topics: () => ['connection'],
    everyMs: ASK_MS,
    read: async ({ ask, server }, { fileId }) => {
      const answer = await ask('file.link', { fileId: fileId as FileId })
      const origin = server()
      return { url: answer.ok && origin !== null ? new URL(answer.value.url, origin).href : null }
    },
  },
} satisfies { 'file.url': QueryDefinition<'file.url'> }
