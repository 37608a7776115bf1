import { useId, type ReactNode } from 'react'

export interface CenterPageProps {
  readonly title: string
  /** What the page is for, in a sentence. */
  readonly about: string
  /** Buttons at the end of the head. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page of the account center: its head and what is below. */
export const CenterPage = ({ title, about, actions, children }: CenterPageProps) => {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <header className="fy-center-head">
        <div>
          <h2 id={id}>{title}</h2>
          <p>{about}</p>
        </div>
        {actions ? (
          <>
            <span className="fy-grow" />
            {actions}
          </>
        ) : null}
      </header>
      {children}
    </section>
  )
}
