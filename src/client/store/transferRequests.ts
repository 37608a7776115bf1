import { sql } from '../../base/sql.ts'
import type { TransferRequest, TransferRequestId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

export const saveTransferRequest = (db: WriteDb, request: TransferRequest): void => {
  db.run(sql`
    insert or replace into transfer_requests (id, at, value)
    values (${request.id}, ${request.at}, ${JSON.stringify(request)})`)
  db.touch('transfer-requests')
}

export const removeTransferRequest = (db: WriteDb, id: TransferRequestId): void => {
  db.run(sql`delete from transfer_requests where id = ${id}`)
  db.touch('transfer-requests')
}

export const clearTransferRequests = (db: WriteDb): void => {
  db.run(sql`delete from transfer_requests`)
  db.touch('transfer-requests')
}

export const listTransferRequests = (db: ReadDb): TransferRequest[] =>
  db
    .all<{ value: string }>(sql`select value from transfer_requests order by at, id`)
    .map(({ value }) => parseStored<TransferRequest>(value))
