/** How many connections each address has, of whatever kind. */
export interface Places {
  isFull(address: string): boolean
  take(address: string): void
  give(address: string): void
}

export const createPlaces = (most: number): Places => {
  const taken = new Map<string, number>()
  return {
    isFull: (address) => (taken.get(address) ?? 0) >= most,
    take: (address) => {
      taken.set(address, (taken.get(address) ?? 0) + 1)
    },
    give: (address) => {
      const left = (taken.get(address) ?? 1) - 1
      if (left > 0) taken.set(address, left)
      else taken.delete(address)
    },
  }
}
