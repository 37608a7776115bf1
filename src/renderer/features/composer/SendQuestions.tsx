import type { OpenView } from '../../../client/api.ts'
import { variablesIn } from '../../../domain/quickReplies/variables.ts'
import { EmptyVariables } from './EmptyVariables.tsx'
import { SendStop } from './SendStop.tsx'
import type { Sending } from './useSending.ts'

export interface SendQuestionsProps extends Pick<Sending, 'check' | 'outgoing'> {
  readonly view: OpenView
  readonly onDiscard: () => void
  /** Answered; the text is where one goes on. */
  readonly onEnd: () => void
}

/** What the agent has to decide, or to say, before it is sent. */
export const SendQuestions = ({ view, check, outgoing, onDiscard, onEnd }: SendQuestionsProps) => (
  <>
    {check.stop ? (
      <SendStop
        view={view}
        stop={check.stop}
        onSend={check.goOn}
        onEdit={() => {
          check.edit()
          onEnd()
        }}
        onDiscard={() => {
          onDiscard()
          onEnd()
        }}
      />
    ) : null}
    {outgoing.asking ? (
      <EmptyVariables
        variables={[...new Set(outgoing.asking.texts.flatMap(variablesIn))]}
        onSend={(values) => {
          outgoing.answer(values)
          // Not when the disk has it: what is typed from here on belongs into the field.
          onEnd()
        }}
        onBack={() => {
          outgoing.giveUp()
          onEnd()
        }}
      />
    ) : null}
  </>
)
