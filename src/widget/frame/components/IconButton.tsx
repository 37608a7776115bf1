import { Icon, type IconName } from './Icon.tsx'

export interface IconButtonProps {
  readonly icon: IconName
  readonly name: string
  readonly onClick: () => void
  readonly pressed?: boolean
  readonly disabled?: boolean
}

/** An icon with a name for everybody: spoken, and shown on hover. */
export const IconButton = ({ icon, name, onClick, pressed, disabled = false }: IconButtonProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={name}
    title={name}
    aria-expanded={pressed}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
)
