export interface TickProps {
  readonly text: string
  readonly hint: string
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
}

/** A choice between yes and no, with what it means. */
export const Tick = ({ text, hint, on, disabled = false, onChange }: TickProps) => (
  <label className="fy-tick">
    <input
      type="checkbox"
      checked={on}
      disabled={disabled}
      onChange={(event) => {
        onChange(event.target.checked)
      }}
    />
    <span>
      {text}
      <span className="fy-secondary">{hint}</span>
    </span>
  </label>
)
