import { handReply } from '../composer/index.ts'
import { QuickReplyPanel } from '../quickReplies/index.ts'
import type { RightPanelProps } from './menus.ts'

/** Quick replies that stay in sight; what is chosen goes into the answer. */
export const RepliesPanel = ({ view }: RightPanelProps) => (
  <div className="fy-right-replies">
    <QuickReplyPanel
      onInsert={(reply) => {
        handReply(view.conversation.id, reply)
      }}
      onSend={null}
      onClose={() => undefined}
    />
  </div>
)
