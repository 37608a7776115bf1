/** What a text says as JSON, to be judged by a schema; null where it is none. Never throws. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
