/** Announces facts to whoever listens; it never steers. A listener that throws does not stop the others. */
export interface Emitter<T> {
  emit(value: T): void
  /** The function returned ends the subscription. */
  listen(listener: (value: T) => void): () => void
  readonly size: number
}

export const createEmitter = <T>(onError: (error: unknown) => void = rethrowLater): Emitter<T> => {
  const listeners = new Set<(value: T) => void>()
  return {
    emit: (value) => {
      for (const listener of [...listeners]) {
        try {
          listener(value)
        } catch (error) {
          onError(error)
        }
      }
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    get size() {
      return listeners.size
    },
  }
}

const rethrowLater = (error: unknown): void => {
  queueMicrotask(() => {
    throw error
  })
}
