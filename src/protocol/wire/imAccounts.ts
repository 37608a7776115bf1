/** How a customer signs in to their im account, before there is a connection (R-02-011). All bodies are JSON. */
import * as z from 'zod'

import { Language, WidgetId } from '../model/index.ts'

/** Of an e-mail address or a phone number, as it was typed. */
const contact = z.string().max(128)

/** `POST /api/im/code`: sends a code there, whether there is an account or not. */
export const ImCodeRequest = z.strictObject({ widgetId: WidgetId, contact, language: Language })
export type ImCodeRequest = z.infer<typeof ImCodeRequest>

/** `POST /api/im/sign-in`: makes the account if there is none. */
export const ImSignInRequest = z.strictObject({ widgetId: WidgetId, contact, code: z.string().max(32) })
export type ImSignInRequest = z.infer<typeof ImSignInRequest>

/** For `account` in `hello`. */
export const ImSignedIn = z.object({ token: z.string() })
export type ImSignedIn = z.infer<typeof ImSignedIn>

/** `POST /api/im/add-address`: the account that `account` opens is opened by this address too. */
export const ImAddressRequest = z.strictObject({
  ...ImSignInRequest.shape,
  account: z.string().max(256),
})
export type ImAddressRequest = z.infer<typeof ImAddressRequest>

/** `POST /api/im/sign-out`: the token opens nothing any more. */
export const ImSignOutRequest = z.strictObject({ token: z.string().max(256) })
export type ImSignOutRequest = z.infer<typeof ImSignOutRequest>
