/**
 * To be imported before anything that declares a schema.
 *
 * Compiling checks into functions is what the policy of the page forbids, and each try would be reported.
 */
import * as z from 'zod'

z.config({ jitless: true })
