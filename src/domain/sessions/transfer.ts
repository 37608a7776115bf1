/** A transfer needs a customer who wrote this recently, so that somebody is there to be handed over (R-02-204). */
export const TRANSFER_WINDOW_MS = 30 * 60_000

/** Whether a session may be given on by hand; `customerAt` is when the customer wrote last, by the server's clock. */
export const isTransferable = (customerAt: number | null, now: number): boolean =>
  customerAt !== null && now - customerAt <= TRANSFER_WINDOW_MS
