import type { CustomerHello } from '../../protocol/wire/index.ts'
import type { Storage } from '../shared/storage.ts'

/** What this device is known by where customers have accounts. */
export const accountWords = (storage: Storage): Pick<CustomerHello, 'account' | 'anonymous'> => {
  const account = storage.get('account')
  return {
    ...(account !== null && { account }),
    ...(storage.get('anonymous') !== null && { anonymous: true }),
  }
}
