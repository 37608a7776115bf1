import type * as z from 'zod'

/** The frame, or undefined: then the connection ends with `bad-frame`. Nothing unparsed goes farther than here. */
export const parseFrame = <Schema extends z.ZodType>(
  schema: Schema,
  data: Buffer,
): z.infer<Schema> | undefined => {
  let value: unknown
  try {
    value = JSON.parse(data.toString())
  } catch {
    return undefined
  }
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
