/** As the databases order text: by its characters, whatever the language. */
export const inOrder = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
