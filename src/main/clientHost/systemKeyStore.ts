/** The key store of Electron: the keychain of macOS, the data protection of Windows, a wallet or secret service on Linux. */
import { safeStorage } from 'electron'

import type { KeyStore } from './keyStore.ts'

export const systemKeyStore: KeyStore = {
  backend: async () => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
    if (process.platform !== 'linux') return process.platform
    const backend = safeStorage.getSelectedStorageBackend()
    // Its password stands in Electron's own source.
    return backend === 'basic_text' || backend === 'unknown' ? null : backend
  },
  wrap: (secret) => safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64')),
  unwrap: async (wrapped) => {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped))
    return { secret: Buffer.from(result, 'base64'), isStale: shouldReEncrypt }
  },
}
