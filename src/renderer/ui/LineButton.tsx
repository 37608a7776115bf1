import type { ButtonHTMLAttributes } from 'react'

import './lineButton.css'

/** One line of a list that is a button as a whole: a person, a conversation, the head of a group. */
export const LineButton = ({ className = '', ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button type="button" {...rest} className={`fy-line-button ${className}`} />
)
