/**
 * Whether a session may be given on by hand: somebody must be there to be handed over (R-02-204). `customerAt` is when the
 * customer wrote last, by the server's clock.
 */
export const isTransferable = (customerAt: number | null, now: number, windowMs: number): boolean =>
  customerAt !== null && now - customerAt <= windowMs
