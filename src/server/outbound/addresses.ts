import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Everything that is not the public internet: this machine, its network, carriers, links, test and reserved ranges. */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, bits, 'ipv4')
}
/** Of the sixth version only what is given out for the internet is outside (2000::/3), and of that not these. */
const outside6 = new BlockList()
outside6.addSubnet('2000::', 3, 'ipv6')
const inside6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  inside6.addSubnet(network, bits, 'ipv6')
}

/** Whether an address belongs to the public internet. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !inside.check(address, 'ipv4')
    case 6:
      return outside6.check(address, 'ipv6') && !inside6.check(address, 'ipv6')
    default:
      return false
  }
}

/** Whether it may lead outside: a host that is written as figures is looked at here, a name when it is resolved. */
export const mayLeadOutside = ({ hostname }: URL): boolean => {
  const host = hostname.replace(/^\[|\]$/gu, '')
  return isIP(host) === 0 || isPublicAddress(host)
}

/** Finds the addresses of a name. */
type Resolve = (
  host: string,
  options: LookupAllOptions,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Finds addresses of a name as usual, and fails where one of them is not public: so a name cannot lead inside. What was
 * looked at is what is connected to, so it does not matter what the name answers the next time.
 */
export const createPublicLookup =
  (resolve: Resolve): LookupFunction =>
  (host, options, answer) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) {
        answer(error, [])
        return
      }
      const refused = addresses.some(({ address }) => !isPublicAddress(address))
      if (refused || addresses.length === 0) answer(new Error('the address is not public'), [])
      else if (options.all) answer(null, addresses)
      else answer(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }

export const publicLookup = createPublicLookup(lookup)
