/** An address without the part that names one household: `116.20.*.*`, or the first two groups of the long kind. */
export const maskedAddress = (address: string): string => {
  const [, first, second] = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/u.exec(address) ?? []
  if (first !== undefined && second !== undefined) return `${first}.${second}.*.*`
  const groups = address.split(':').filter((group) => group !== '')
  return address.includes(':') && groups.length > 2 ? `${groups.slice(0, 2).join(':')}:*` : '*'
}
