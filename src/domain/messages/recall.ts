import type { MessageBody } from '../../protocol/model/index.ts'
import { RECALL_MS } from '../../protocol/model/limits.ts'

/** Whether its author may take a message back; `now` is the server's time (R-06-081). A voice stays what it is. */
export const recallState = (
  { body, at }: { readonly body: MessageBody; readonly at: number },
  now: number,
): 'possible' | 'too-late' | 'never' => {
  switch (body.kind) {
    case 'text':
    case 'image':
      break
    case 'file':
      if (body.seconds !== undefined) return 'never'
      break
    case 'system':
    case 'recalled':
    case 'unsupported':
      return 'never'
  }
  return now - at <= RECALL_MS ? 'possible' : 'too-late'
}
