import { sql } from '../../base/sql.ts'
import { fitsPinyin, initialsTyped } from '../../domain/search/pinyin.ts'
import { fold, isHit, matchOf, type Search } from '../../domain/search/terms.ts'
import type { Agent, ConversationId, Customer } from '../../protocol/model/index.ts'
import type { SearchResult } from '../api.ts'
import { findChats } from './chats.ts'
import { friendsAmong, latestConversations } from './conversations.ts'
import type { ReadDb } from './database.ts'
import { readOrganization } from './organization.ts'
import { readPrivateRemark } from './privateRemarks.ts'
import { listQuickReplies } from './quickReplies.ts'
import { searchSteps } from './searchSteps.ts'
import { parseStored } from './stored.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is shown beside the messages found: the customers, and the agents and quick replies that hold all parts. */
export const searchDirectory = (
  db: ReadDb,
  search: Search,
  customers: readonly Customer[],
  limit: number,
): Pick<
  SearchResult,
  | 'customers'
  | 'friends'
  | 'remarkByCustomer'
  | 'conversationByCustomer'
  | 'agents'
  | 'chats'
  | 'quickReplies'
> => {
  if (search.parts.length === 0) {
    return {
      customers: [],
      friends: [],
      remarkByCustomer: {},
      conversationByCustomer: {},
      agents: [],
      chats: [],
      quickReplies: [],
    }
  }
  const customerIds = customers.map(({ id }) => id)
  const conversations = latestConversations(db, customerIds)
  const conversationByCustomer: Record<string, ConversationId> = Object.fromEntries(conversations)
  const agents = (readOrganization(db)?.agents ?? []).filter((agent) => isNamed(search, agentText(agent)))
  const rank = (agent: Agent): number => rankOf(fold(agent.name), search)
  return {
    customers,
    friends: friendsAmong(db, customerIds),
    remarkByCustomer: Object.fromEntries(
      customers.flatMap(({ id }) => {
        const remark = readPrivateRemark(db, id)
        return remark === null ? [] : [[id, remark]]
      }),
    ),
    conversationByCustomer,
    agents: agents.sort((a, b) => rank(a) - rank(b) || a.number - b.number).slice(0, limit),
    chats: findChats(db, (text) => isNamed(search, text)).slice(0, limit),
    quickReplies: listQuickReplies(db)
      .filter((reply) => isNamed(search, `${reply.title}\n${reply.groupName}`, `\n${reply.texts.join('\n')}`))
      .slice(0, limit),
  }
}

/** Whether each part occurs in the names or the rest, or the names read as it. */
const isNamed = ({ parts }: Search, names: string, rest = ''): boolean => {
  const text = fold(names + rest)
  return parts.every(
    (part) => text.includes(part) || names.split('\n').some((name) => fitsPinyin(name, part)),
  )
}

const agentText = (agent: Agent): string => [agent.name, agent.outwardName, agent.account].join('\n')

const rankOf = (name: string, { parts }: Search): number => {
  const words = parts.join(' ')
  return name === words ? 0 : name.startsWith(words) ? 1 : 2
}

/** More candidates are not ranked by when one spoke with them: whoever asks for so little sees the latest arrivals. */
const RANKED_MOST = 200

/** Exact name, beginning of the name, then whom one spoke with last (R-17-046). */
export const findCustomers = (
  db: ReadDb,
  search: Search,
  limit: number,
  vocabulary: Vocabulary,
): Customer[] => {
  if (search.parts.length === 0) return []
  const words = search.parts.join(' ')
  const named = db.all<CustomerHit>(sql`
    select t.name, t.text, u.data, (${lastTalk}) as at from customer_texts t
    join customers u on u.id = t.customer_id
    where t.name >= ${words} and t.name < ${words + LAST_CHARACTER} order by t.name limit ${limit}`)
  const others: CustomerHit[] = []
  let below = Number.MAX_SAFE_INTEGER
  for (const { groups, above } of searchSteps(search, RANKED_MOST, vocabulary)) {
    others.push(
      ...db.all<CustomerHit>(sql`
        select t.name, t.text, u.data, (${lastTalk}) as at from customer_terms i
        cross join customer_texts t on t.key = i.rowid
        join customers u on u.id = t.customer_id
        where i.customer_terms match ${matchOf(groups)}           and i.rowid > cast(${above} as integer) and i.rowid < cast(${below} as integer)
        order by i.rowid desc limit ${RANKED_MOST - others.length}`),
    )
    if (others.length >= RANKED_MOST) break
    below = above + 1
  }
  const read = readAs(db, search)
  const hits = new Map(
    [...named, ...others.filter((hit) => isHit(search, hit.text)), ...read].map((hit) => [hit.data, hit]),
  )
  return [...hits.values()]
    .sort((a, b) => rankOf(a.name, search) - rankOf(b.name, search) || (b.at ?? 0) - (a.at ?? 0))
    .slice(0, limit)
    .map(({ data }) => parseStored<Customer>(data))
}

/** More of those whose names begin with the same letters are not looked at; a letter more finds them. */
const READ_MOST = 2000

/** Whose names are read as one of the words that were typed (R-17-041). */
const readAs = (db: ReadDb, { parts }: Search): CustomerHit[] => {
  const [rarest] = parts
    .map(initialsTyped)
    .filter(({ length }) => length > 0)
    .toSorted(byLength)
  if (!rarest) return []
  const [first, ...others] = rarest.map((letters) => sql`instr(t.initials, ${letters}) > 0`)
  if (!first) return []
  const any = others.reduce((all, one) => sql`${all} or ${one}`, first)
  return db
    .all<CustomerHit & { own: string }>(sql`
      select t.name, t.text, u.data, u.name as own, (${lastTalk}) as at from customer_texts t
      join customers u on u.id = t.customer_id
      where t.initials <> '' and (${any}) order by t.key desc limit ${READ_MOST}`)
    .filter(({ name, own, text }) =>
      parts.every((part) => text.includes(part) || fitsPinyin(name, part) || fitsPinyin(own, part)),
    )
}

const byLength = ([one = '']: readonly string[], [other = '']: readonly string[]): number =>
  other.length - one.length

interface CustomerHit {
  name: string
  text: string
  data: string
  at: number | null
}

const LAST_CHARACTER = '\u{10ffff}'
const lastTalk = sql`select max(at) from conversations c where c.customer_id = t.customer_id`
