/** What is kept of a scripted customer, so that a restart of the server finds them where they were. */
import * as z from 'zod'

const Facts = z.object({
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  order: z.string(),
  productId: z.string(),
})

const Dialogue = z.object({
  scriptId: z.string(),
  facts: Facts,
  language: z.enum(['zh-CN', 'en']),
  stage: z.enum(['open', 'content', 'done']),
  detailsGiven: z.int(),
  settled: z.array(z.int()).readonly(),
  refusals: z.int(),
  puzzled: z.int(),
  rudeness: z.int(),
  orderGiven: z.boolean(),
})

export const Player = z.object({
  id: z.string(),
  widgetId: z.string(),
  /** Null until the first `welcome`. */
  token: z.string().nullable(),
  /** Whether the opening is still to be said. */
  opened: z.boolean(),
  dialogue: Dialogue,
  /** The newest message that was read and answered. */
  answeredSeq: z.int(),
  /** Messages that the server has not confirmed, with their permanent ids. */
  outbox: z.array(z.object({ id: z.string(), text: z.string() })),
  nudges: z.int(),
})
export type Player = z.infer<typeof Player>
