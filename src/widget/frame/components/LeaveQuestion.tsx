import { useSpeech } from '../context.ts'

export interface LeaveQuestionProps {
  readonly text: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Nobody leaves by a slip of the finger. */
export const LeaveQuestion = ({ text, onYes, onNo }: LeaveQuestionProps) => {
  const { words } = useSpeech()
  return (
    <div class="session-line" role="group" aria-label={text}>
      <span>{text}</span>
      <button type="button" class="text-button danger" onClick={onYes}>
        {words.yes}
      </button>
      <button type="button" class="text-button" onClick={onNo}>
        {words.no}
      </button>
    </div>
  )
}
