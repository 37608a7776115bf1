/** The network of the desktop's core without a proxy in between, for cores outside the program. */
import { silentLogger } from '../../src/base/logger.ts'
import { createNetwork } from '../../src/main/clientHost/network.ts'

export const { connect, http } = createNetwork(
  {
    routeTo: async () => ({ route: 'direct', signIn: null }),
    signInTo: async () => null,
  },
  silentLogger,
)
