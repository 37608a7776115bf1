import type { Customer, MessageBody } from '../../protocol/model/index.ts'

/** What of a message can be found: its text, or the name of its file. */
export const searchableText = (body: MessageBody): string => {
  switch (body.kind) {
    case 'text':
      return body.text
    case 'image':
    case 'file':
      return body.name
    case 'system':
    case 'recalled':
    case 'unsupported':
      return ''
  }
}

/** What a customer can be found by; `remark` is what the agent who looks calls them. */
export const customerText = (customer: Customer, remark: string | null): string =>
  [
    ...(remark === null ? [] : [remark]),
    customer.name,
    String(customer.number),
    customer.phone,
    customer.email,
    customer.company,
    customer.region,
    customer.note,
  ].join('\n')
