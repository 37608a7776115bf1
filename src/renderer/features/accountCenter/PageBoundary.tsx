import { Component, type ReactNode } from 'react'

export interface PageBoundaryProps {
  /** What stands instead of a page that failed; `retry` shows it anew. */
  readonly failed: (retry: () => void) => ReactNode
  readonly children: ReactNode
}

/** A page that fails takes neither the navigation with it nor what is typed on the other pages. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return this.props.failed(() => {
      this.setState({ broken: false })
    })
  }
}
