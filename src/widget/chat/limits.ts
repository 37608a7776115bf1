/**
 * Numbers of the protocol, written again: importing them would bring the schemas into the page (R-18-070).
 *
 * The types are those of the originals, so a change there does not compile here; `limits.test.ts` compares the rest.
 */
import type { IMAGE_LIMIT_BYTES as ImageLimit, TEXT_LIMIT as TextLimit } from '../../protocol/model/index.ts'
import type { PROTOCOL_VERSION as Version } from '../../protocol/wire/index.ts'

export const PROTOCOL_VERSION: typeof Version = 1
export const TEXT_LIMIT: typeof TextLimit = 5000
export const IMAGE_LIMIT_BYTES: typeof ImageLimit = 5 * 1024 * 1024
